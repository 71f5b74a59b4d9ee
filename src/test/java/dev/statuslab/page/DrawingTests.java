package dev.statuslab.page;

import java.util.List;
import java.util.Locale;

import dev.statuslab.catalog.Catalog;
import dev.statuslab.data.Language;
import dev.statuslab.http.Links;
import dev.statuslab.page.Drawing.Arrow;
import dev.statuslab.page.Drawing.Kind;
import dev.statuslab.recipe.Recipe;
import dev.statuslab.recipe.RecipeBook;
import dev.statuslab.recipe.RecipeView;
import dev.statuslab.recipe.RecipeView.StepView;
import dev.statuslab.testing.LiveServer;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** What a drawing shows comes from its recipe, and from nowhere else. */
@LiveServer
class DrawingTests {

	private final RecipeBook recipes;

	private final Catalog catalog;

	DrawingTests(@Autowired RecipeBook recipes, @Autowired Catalog catalog) {
		this.recipes = recipes;
		this.catalog = catalog;
	}

	@Test
	void aDrawingEndsWhereTheCodeIsEarned() {
		for (String id : List.of("304-entity-tag", "412-lost-update", "103-early-hints")) {
			List<String> labels = labels(until(id));
			assertThat(labels.stream().filter((label) -> label.startsWith(id.substring(0, 3)))).as(id).hasSize(1);
			assertThat(labels).hasSizeLessThan(labels(whole(id)).size());
		}
	}

	@Test
	void everyCodeIsInTheDrawingOfItsRecipe() {
		List<Integer> missing = this.recipes.all()
			.stream()
			.filter((recipe) -> labels(until(recipe.id())).stream()
				.noneMatch((label) -> label.startsWith(recipe.code() + " ")))
			.map(Recipe::code)
			.toList();
		// these stand in the content of a 207 (RFC 5842 §7.1, RFC 4918 §9.2.1)
		assertThat(missing).containsOnly(208, 424);
		assertThat(labels(until("424-protected-property"))).last().isEqualTo("207 Multi-Status");
	}

	@Test
	void twoRecipesOfOneCodeAreDrawnApart() {
		assertThat(until("412-lost-update").description()).isNotEqualTo(until("412-create-only").description());
	}

	@Test
	void aRequestTellsWhatItsResponseDependsOn() {
		assertThat(until("304-entity-tag").arrows()).filteredOn((arrow) -> arrow.kind() == Kind.REQUEST)
			.extracting(Arrow::note)
			.containsExactly("", "If-None-Match: {tag}");
		assertThat(until("412-lost-update").description()).contains("(If-Match: {");
		assertThat(whole("415-type").description()).doesNotContain("Content-Type");
	}

	@Test
	void nothingIsDrawnOverAnother() {
		for (Recipe recipe : this.recipes.all()) {
			Drawing drawing = whole(recipe.id());
			int above = 0;
			for (Arrow arrow : drawing.arrows()) {
				assertThat(arrow.y()).as(recipe.id()).isGreaterThanOrEqualTo(above + 34);
				above = arrow.note().isEmpty() ? arrow.y() : arrow.y() + 15;
			}
			assertThat(drawing.height()).isGreaterThan(above);
		}
	}

	@Test
	void anInterimResponseStandsBeforeTheFinalOne() {
		assertThat(until("103-early-hints").arrows()).extracting(Arrow::kind)
			.containsExactly(Kind.REQUEST, Kind.INTERIM, Kind.RESPONSE);
		assertThat(until("304-entity-tag").arrows()).extracting(Arrow::kind).doesNotContain(Kind.INTERIM);
	}

	@Test
	void contentThatWasWithheldGoesAfterThe100() {
		assertThat(until("100-upload-asked-for").arrows()).extracting(Arrow::kind)
			.containsSubsequence(Kind.REQUEST, Kind.INTERIM, Kind.CONTENT, Kind.RESPONSE);
		assertThat(whole("417-unknown-expectation").arrows()).extracting(Arrow::kind)
			.startsWith(Kind.REQUEST, Kind.RESPONSE);
	}

	@Test
	void pipelinedRequestsGoBeforeTheResponses() {
		List<StepView> steps = steps("405-read-only");
		int second = steps.stream().map(StepView::pipelined).toList().indexOf(true);
		assertThat(second).isPositive();
		Drawing drawing = Drawing.of(steps.subList(second - 1, second + 1), this.catalog);
		assertThat(drawing.arrows()).extracting(Arrow::kind)
			.containsExactly(Kind.REQUEST, Kind.REQUEST, Kind.RESPONSE, Kind.RESPONSE);
	}

	@Test
	void aResponseThatNobodyWaitsForComesLast() {
		List<StepView> steps = steps("503-exhausted-pool");
		assertThat(steps.get(0).background()).isTrue();
		assertThat(labels(Drawing.of(steps, this.catalog))).last().isEqualTo("200 OK");
		assertThat(Drawing.of(steps, this.catalog).arrows().get(1).kind()).isEqualTo(Kind.REQUEST);
	}

	@Test
	void aLongLabelIsCutAndTheDescriptionHasAllOfIt() {
		Drawing drawing = until("414-long-target");
		assertThat(labels(drawing)).allMatch((label) -> label.length() <= 50).anyMatch((label) -> label.endsWith("…"));
		assertThat(labels(until("304-entity-tag"))).noneMatch((label) -> label.endsWith("…"));
	}

	@Test
	void aVersionThatIsNotTheUsualOneIsSaid() {
		assertThat(labels(until("505-http-3"))).anyMatch((label) -> label.matches("GET \\S+ HTTP/[^1].*"));
		assertThat(labels(until("400-broken-json"))).noneMatch((label) -> label.contains("HTTP/"));
	}

	@Test
	void noLabelShowsAVariableThatOnlyAProgramKnows() {
		this.recipes.all()
			.forEach((recipe) -> assertThat(whole(recipe.id()).description()).as(recipe.id()).doesNotContain("${"));
	}

	private Drawing until(String id) {
		return Drawing.until(steps(id), this.recipes.get(id).code(), this.catalog);
	}

	private Drawing whole(String id) {
		return Drawing.of(steps(id), this.catalog);
	}

	private List<StepView> steps(String id) {
		return RecipeView.of(this.recipes.get(id), Language.of(Locale.ENGLISH), new Links("http://localhost:8080", ""))
			.earns()
			.steps();
	}

	private static List<String> labels(Drawing drawing) {
		return drawing.arrows().stream().map(Arrow::label).toList();
	}

}

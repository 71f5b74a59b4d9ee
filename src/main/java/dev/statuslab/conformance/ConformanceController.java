package dev.statuslab.conformance;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The index of requirements as JSON. The server has already negotiated: who comes here
 * wants JSON.
 */
@RestController
@Tag(name = "Conformance")
class ConformanceController {

	private final Conformance conformance;

	ConformanceController(Conformance conformance) {
		this.conformance = conformance;
	}

	@GetMapping(path = "/conformance", produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(operationId = "getConformance", summary = "What the RFCs ask of this server, and what checks it")
	IndexView index(@Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters) {
		List<Row> rows = ConformanceQuery.of(parameters).select(this.conformance);
		return new IndexView(this.conformance.tested(), this.conformance.totals(), rows.size(),
				rows.stream().map(RowView::of).toList());
	}

	/**
	 * The index.
	 *
	 * @param tested when the test run of this build ended, if there was one
	 * @param totals how many requirements there are, by level and verdict, whatever the
	 * filters choose
	 * @param count how many the filters choose
	 * @param requirements those
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record IndexView(@Nullable Instant tested, Map<Level, Map<Verdict, Long>> totals, int count,
			List<RowView> requirements) {
	}

	/**
	 * A requirement.
	 *
	 * @param id its name here
	 * @param subject the code or method that it is about
	 * @param spec the clause
	 * @param level how strongly it binds
	 * @param who whom it binds
	 * @param requirement what is asked for
	 * @param verdict what can be said of it
	 * @param reason why it does not apply, or why the server deviates
	 * @param checks what checks it
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record RowView(String id, String subject, Clause spec, Level level, String who, String requirement, Verdict verdict,
			@Nullable String reason, List<CheckView> checks) {

		static RowView of(Row row) {
			Requirement requirement = row.requirement();
			return new RowView(requirement.id(), requirement.subject(),
					new Clause(requirement.clause(), requirement.url()), requirement.level(), requirement.who(),
					requirement.requirement(), row.verdict(), requirement.reason(),
					row.checks().stream().map((check) -> new CheckView(check.name(), check.outcome())).toList());
		}

	}

	/**
	 * Where it is written.
	 *
	 * @param label the clause, for people
	 * @param url where to read it
	 */
	record Clause(String label, String url) {
	}

	/**
	 * A test or a recipe.
	 *
	 * @param name {@code package.Class#method}, or {@code recipe:} and an id
	 * @param outcome {@code passed}, {@code failed} or {@code not-run}
	 */
	record CheckView(String name, String outcome) {
	}

}

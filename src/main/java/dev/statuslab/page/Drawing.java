package dev.statuslab.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import dev.statuslab.catalog.Catalog;
import dev.statuslab.recipe.Expectation;
import dev.statuslab.recipe.RecipeView.StepView;
import org.jspecify.annotations.Nullable;

/**
 * An exchange as two lifelines with arrows between them, drawn from a recipe's steps.
 * Lengths are the drawing's own units.
 *
 * @param arrows what goes over, from the top
 * @param height the whole drawing's height
 */
record Drawing(List<Arrow> arrows, int height) {

	/** Where the client's lifeline stands; {@code played.html} draws it there, too. */
	private static final int CLIENT = 10;

	/** Where the server's lifeline stands. */
	private static final int SERVER = 410;

	private static final int HEAD = 34;

	private static final int ROW = 34;

	private static final int NOTE = 16;

	/** Characters that fit between the lifelines. */
	private static final int LONGEST = 50;

	/**
	 * Draws a scenario's first steps: those up to the one that earns the code.
	 * @param steps the steps
	 * @param code the code
	 * @param catalog knows the codes' phrases
	 */
	static Drawing until(List<StepView> steps, int code, Catalog catalog) {
		int last = 0;
		while (last < steps.size() - 1 && !(shows(steps.get(last), code) && !pipelined(steps, last + 1))) {
			last++;
		}
		return of(steps.subList(0, last + 1), catalog);
	}

	/** Draws steps in their order; a response that nobody waits for comes last. */
	static Drawing of(List<StepView> steps, Catalog catalog) {
		List<Arrow> arrows = new ArrayList<>();
		List<StepView> awaited = new ArrayList<>();
		List<StepView> background = new ArrayList<>();
		for (int i = 0; i < steps.size(); i++) {
			StepView step = steps.get(i);
			add(arrows, Kind.REQUEST, request(step), StepLabels.condition(step.send()));
			(yes(step.background()) ? background : awaited).add(step);
			if (!pipelined(steps, i + 1)) {
				awaited.forEach((other) -> answer(arrows, other, catalog));
				awaited.clear();
			}
		}
		background.forEach((step) -> answer(arrows, step, catalog));
		return new Drawing(List.copyOf(arrows), arrows.get(arrows.size() - 1).end() + ROW / 2);
	}

	/** The same in words. */
	public String description() {
		return this.arrows.stream()
			.map((arrow) -> (arrow.kind().toServer ? "→ " : "← ") + arrow.whole()
					+ ((arrow.condition() != null) ? " (" + arrow.condition() + ")" : ""))
			.collect(Collectors.joining("; "));
	}

	private static void answer(List<Arrow> arrows, StepView step, Catalog catalog) {
		Expectation expected = step.expect();
		for (Expectation.Interim interim : expected.interim()) {
			add(arrows, Kind.INTERIM, StepLabels.status(interim.status(), catalog));
			if (interim.status() == 100 && yes(step.send().expectContinue())) {
				add(arrows, Kind.CONTENT, "…");
			}
		}
		String due = StepLabels.due(expected, catalog);
		if (due != null) {
			add(arrows, (expected.status() != null) ? Kind.RESPONSE : Kind.OTHER, due);
		}
	}

	private static String request(StepView step) {
		String label = StepLabels.call(step.send());
		if (step.listener() != null) {
			label += " (" + step.listener() + ")";
		}
		return (step.repeat() != null) ? label + " ×" + step.repeat() : label;
	}

	private static void add(List<Arrow> arrows, Kind kind, String label) {
		add(arrows, kind, label, null);
	}

	private static void add(List<Arrow> arrows, Kind kind, String label, @Nullable String note) {
		int above = arrows.isEmpty() ? HEAD : arrows.get(arrows.size() - 1).end();
		arrows.add(new Arrow(kind, label, note, above + ROW));
	}

	/** In a 207 the code stands in the content (RFC 4918 §13). */
	private static boolean shows(StepView step, int code) {
		Expectation expected = step.expect();
		return (expected.text() != null && expected.text().contains(" " + code + " "))
				|| Integer.valueOf(code).equals(expected.status())
				|| expected.interim().stream().anyMatch((interim) -> interim.status() == code);
	}

	private static boolean pipelined(List<StepView> steps, int index) {
		return index < steps.size() && yes(steps.get(index).pipelined());
	}

	private static String shortened(String text) {
		return (text.length() > LONGEST) ? text.substring(0, LONGEST - 1) + "…" : text;
	}

	private static boolean yes(@Nullable Boolean said) {
		return Boolean.TRUE.equals(said);
	}

	/** What an arrow stands for. */
	enum Kind {

		/** The head of a request, and its content if that goes with it. */
		REQUEST(true),

		/** Content that was withheld. */
		CONTENT(true),

		/** A 1xx. */
		INTERIM(false),

		/** A final response. */
		RESPONSE(false),

		/** What is no response: octets of another protocol, or a closed connection. */
		OTHER(false);

		private final boolean toServer;

		Kind(boolean toServer) {
			this.toServer = toServer;
		}

	}

	/**
	 * An arrow.
	 *
	 * @param kind what it stands for
	 * @param whole what it says, in full
	 * @param condition the field that its response depends on, or nothing
	 * @param y how far down it is
	 */
	record Arrow(Kind kind, String whole, @Nullable String condition, int y) {

		/** What it says, as far as there is room. */
		public String label() {
			return shortened(this.whole);
		}

		/** What stands below it, as far as there is room; empty if nothing does. */
		public String note() {
			return (this.condition != null) ? shortened(this.condition) : "";
		}

		/** How far down it ends, with what stands below. */
		int end() {
			return (this.condition != null) ? this.y + NOTE : this.y;
		}

		/** The classes that it is styled by: a response by its code's class, too. */
		public String style() {
			String style = this.kind.name().toLowerCase(Locale.ROOT);
			boolean coded = this.kind == Kind.RESPONSE || this.kind == Kind.INTERIM;
			return coded ? style + " c" + this.whole.charAt(0) : style;
		}

		/** The corners of its point. */
		public String point() {
			int tip = this.kind.toServer ? SERVER : CLIENT;
			int back = this.kind.toServer ? SERVER - 9 : CLIENT + 9;
			return "%d,%d %d,%d %d,%d".formatted(tip, this.y, back, this.y - 4, back, this.y + 4);
		}

	}

}

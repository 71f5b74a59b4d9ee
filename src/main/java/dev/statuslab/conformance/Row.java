package dev.statuslab.conformance;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A requirement with what checks it.
 *
 * @param requirement the requirement
 * @param checks the tests and recipes that check it
 */
public record Row(Requirement requirement, List<Check> checks) {

	static Row of(Requirement requirement, List<String> checks, Map<String, Boolean> outcomes) {
		return new Row(requirement, checks.stream().map((name) -> new Check(name, outcomes.get(name))).toList());
	}

	/**
	 * What can be said of it.
	 * @return the verdict
	 */
	public Verdict verdict() {
		if (this.requirement.notApplicable() != null) {
			return Verdict.NOT_APPLICABLE;
		}
		if (this.requirement.deviates() != null) {
			return Verdict.DEVIATES;
		}
		if (this.checks.stream().anyMatch((check) -> Boolean.FALSE.equals(check.passed()))) {
			return Verdict.FAILS;
		}
		boolean run = !this.checks.isEmpty() && this.checks.stream().noneMatch((check) -> check.passed() == null);
		return run ? Verdict.HOLDS : Verdict.NOT_RUN;
	}

	/**
	 * A test or a recipe.
	 *
	 * @param name {@code package.Class#method} of a test, or {@code recipe:} and an id
	 * @param passed what came of it in the build's own test run; null if it was not run
	 */
	public record Check(String name, @Nullable Boolean passed) {

		/**
		 * What came of it, in a word.
		 * @return {@code passed}, {@code failed} or {@code not-run}
		 */
		public String outcome() {
			if (this.passed == null) {
				return Verdict.NOT_RUN.toString();
			}
			return this.passed ? "passed" : "failed";
		}

		/**
		 * Its name without the package.
		 * @return what tells it apart for people
		 */
		public String shortName() {
			int method = this.name.indexOf('#');
			return (method < 0) ? this.name : this.name.substring(this.name.lastIndexOf('.', method) + 1);
		}

	}

}

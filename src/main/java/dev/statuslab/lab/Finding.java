package dev.statuslab.lab;

import java.util.List;
import java.util.stream.Stream;

/**
 * A verdict, why, and what it rests on.
 *
 * @param verdict the verdict
 * @param key names the sentence that says why, among the texts of the exercise or of its
 * group
 * @param arguments what stands in that sentence for {@code {0}}, {@code {1}} …
 * @param evidence what arrived and what was told, line by line; where there is none, all
 * of the attempt
 */
public record Finding(Verdict verdict, String key, List<String> arguments, List<String> evidence) {

	public Finding {
		arguments = List.copyOf(arguments);
		evidence = List.copyOf(evidence);
	}

	/**
	 * The client passed.
	 * @param key names the sentence
	 * @param arguments its arguments
	 * @return the finding
	 */
	public static Finding passed(String key, Object... arguments) {
		return of(Verdict.PASSED, key, arguments);
	}

	/**
	 * The client failed.
	 * @param key names the sentence
	 * @param arguments its arguments
	 * @return the finding
	 */
	public static Finding failed(String key, Object... arguments) {
		return of(Verdict.FAILED, key, arguments);
	}

	/**
	 * The client did one of several allowed things.
	 * @param key names the sentence
	 * @param arguments its arguments
	 * @return the finding
	 */
	public static Finding noted(String key, Object... arguments) {
		return of(Verdict.NOTED, key, arguments);
	}

	/**
	 * There was nothing to judge.
	 * @param key names the sentence
	 * @param arguments its arguments
	 * @return the finding
	 */
	public static Finding notSeen(String key, Object... arguments) {
		return of(Verdict.NOT_SEEN, key, arguments);
	}

	/**
	 * The attempt is not over.
	 * @return the finding
	 */
	public static Finding pending() {
		return notSeen("pending");
	}

	/**
	 * The same with evidence that shows fields of the requests.
	 * @param attempt the attempt
	 * @param fields the names of the fields that matter
	 * @return the finding
	 */
	public Finding showing(Attempt attempt, String... fields) {
		return new Finding(this.verdict, this.key, this.arguments, Evidence.of(attempt, fields));
	}

	private static Finding of(Verdict verdict, String key, Object... arguments) {
		return new Finding(verdict, key, Stream.of(arguments).map(String::valueOf).toList(), List.of());
	}

}

package dev.statuslab.http;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Ends a request with a problem detail. Rooms name their own errors by extending it or by
 * a method with a name; one place writes it.
 */
public class ProblemException extends RuntimeException {

	private final int status;

	private final String detail;

	private final transient Map<String, Object> members = new LinkedHashMap<>();

	private final transient Map<String, List<String>> fields = new LinkedHashMap<>();

	/**
	 * Ends the request with this status.
	 * @param status the status code, 400 to 599
	 * @param detail what was wrong and what was expected, for a person
	 */
	public ProblemException(int status, String detail) {
		super(detail, null, false, false);
		this.status = status;
		this.detail = detail;
	}

	/**
	 * Adds an extension member to the problem.
	 * @param name the member's name
	 * @param value a value that can be written as JSON
	 * @return this exception
	 */
	public ProblemException with(String name, Object value) {
		this.members.put(name, value);
		return this;
	}

	/**
	 * Adds a response field, such as {@code Allow}.
	 * @param name the field's name
	 * @param value the field's value
	 * @return this exception
	 */
	public ProblemException field(String name, String value) {
		this.fields.put(name, List.of(value));
		return this;
	}

	/**
	 * Adds a response field of several lines, such as WWW-Authenticate with a challenge
	 * on each: many clients can't take a list apart whose members hold commas.
	 * @param name the field's name
	 * @param lines the value of each line
	 * @return this exception
	 */
	public ProblemException field(String name, List<String> lines) {
		this.fields.put(name, List.copyOf(lines));
		return this;
	}

	/**
	 * The problem to write.
	 * @return the problem
	 */
	public Problem problem() {
		return new Problem(this.status, this.detail, this.members);
	}

	/**
	 * The response fields to send with it, each as one value (RFC 9110 §5.3).
	 * @return names and values, in order; the lines of one field joined by commas
	 */
	public Map<String, String> fields() {
		Map<String, String> joined = new LinkedHashMap<>();
		this.fields.forEach((name, lines) -> joined.put(name, String.join(", ", lines)));
		return Collections.unmodifiableMap(joined);
	}

	/**
	 * The response fields to send with it, line by line.
	 * @return names and the lines of each, in order
	 */
	public Map<String, List<String>> fieldLines() {
		return Collections.unmodifiableMap(this.fields);
	}

}

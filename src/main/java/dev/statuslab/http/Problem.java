package dev.statuslab.http;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A problem detail (RFC 9457) before it is written: the writer adds {@code type},
 * {@code title}, {@code instance} and {@code documentation}.
 *
 * @param status the status code, 400 to 599
 * @param detail what was wrong and what was expected, for a person
 * @param members extension members, such as {@code allowed}, {@code limit} and
 * {@code parameter}
 */
public record Problem(int status, String detail, Map<String, Object> members) {

	public Problem {
		members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
	}

	/**
	 * A problem without extension members.
	 * @param status the status code
	 * @param detail what was wrong and what was expected
	 * @return the problem
	 */
	public static Problem of(int status, String detail) {
		return new Problem(status, detail, Map.of());
	}

	/**
	 * The same problem with one more extension member.
	 * @param name the member's name
	 * @param value a value that can be written as JSON
	 * @return a new problem
	 */
	public Problem with(String name, Object value) {
		Map<String, Object> more = new LinkedHashMap<>(this.members);
		more.put(name, value);
		return new Problem(this.status, this.detail, more);
	}

}

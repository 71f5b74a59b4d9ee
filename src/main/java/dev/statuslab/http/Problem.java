package dev.statuslab.http;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

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

	/**
	 * Where waiting alone may help. Not 500: what has gone wrong there may do so for
	 * good.
	 */
	private static final Set<Integer> TEMPORARY = Set.of(408, 423, 425, 429, 502, 503, 504, 507);

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
	 * All members, as they are written (RFC 9457 §3.1), and {@code temporary} (RFC 9110
	 * §15.5, §15.6).
	 * @param title the phrase of the status code
	 * @param instance the path of the request, if it could be read
	 * @param documentation where to read more about the status code
	 * @return the members, in their order
	 */
	public Map<String, Object> written(String title, @Nullable String instance, String documentation) {
		Map<String, Object> all = new LinkedHashMap<>();
		all.put("type", "about:blank");
		all.put("title", title);
		all.put("status", this.status);
		all.put("temporary", TEMPORARY.contains(this.status));
		all.put("detail", this.detail);
		if (instance != null) {
			all.put("instance", instance);
		}
		all.putAll(this.members);
		all.put("documentation", documentation);
		return all;
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

package dev.statuslab.wire;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The status line and the fields of a response, interim or final (RFC 9112 §4, §5).
 *
 * @param version the version, such as {@code HTTP/1.1}
 * @param code the status code: three digits, whatever they are
 * @param reason the reason phrase as it came; empty if there is none
 * @param fields the field lines in their order
 * @param at when the last octet of it came, since the request's first octet was sent
 */
public record WireHead(String version, int code, String reason, List<FieldLine> fields, Duration at) {

	public WireHead {
		fields = List.copyOf(fields);
	}

	/**
	 * Whether it is not the final response; 101 is, for HTTP ends with it (RFC 9110
	 * §15.2).
	 * @return true for a 1xx other than 101
	 */
	public boolean isInterim() {
		return this.code / 100 == 1 && this.code != 101;
	}

	/**
	 * The values of a field.
	 * @param name the field's name in any case
	 * @return the value of each of its lines
	 */
	public List<String> values(String name) {
		return this.fields.stream()
			.filter((field) -> field.name().equalsIgnoreCase(name))
			.map(FieldLine::value)
			.toList();
	}

	/** The members of a list of tokens, over all lines, in lower case. */
	List<String> members(String name) {
		return values(name).stream()
			.flatMap((value) -> Arrays.stream(value.split(",", -1)))
			.map((member) -> member.strip().toLowerCase(Locale.ROOT))
			.toList();
	}

	/** Whether the server means to keep the connection (RFC 9112 §9.3). */
	boolean persists() {
		List<String> options = members("Connection");
		return !options.contains("close") && (!"HTTP/1.0".equals(this.version) || options.contains("keep-alive"));
	}

}

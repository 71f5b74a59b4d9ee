package dev.statuslab.lab;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * A final response that {@link RightClient} got.
 *
 * @param url the URL that it came from, with the fragment
 * @param status the status code
 * @param fields the field lines
 * @param content the content, whole
 */
record ClientResponse(String url, int status, List<String> fields, byte[] content) {

	/** The value of a field; null if there is none. */
	String field(String name) {
		List<String> values = fields(name);
		return values.isEmpty() ? null : values.get(0);
	}

	List<String> fields(String name) {
		String prefix = name.toLowerCase(Locale.ROOT) + ":";
		return this.fields.stream()
			.filter((line) -> line.toLowerCase(Locale.ROOT).startsWith(prefix))
			.map((line) -> line.substring(prefix.length()).strip())
			.toList();
	}

	boolean closes() {
		return "close".equalsIgnoreCase(field("Connection"));
	}

	ClientResponse at(String other) {
		return new ClientResponse(other, this.status, this.fields, this.content);
	}

	ClientResponse with(byte[] other) {
		return new ClientResponse(this.url, this.status, this.fields, other);
	}

	String text() {
		return new String(this.content, StandardCharsets.UTF_8);
	}

}

package dev.statuslab.lab;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A request of {@link RightClient}.
 *
 * @param method the method
 * @param url the absolute URL, with the fragment
 * @param fields the fields, by name, without those that every request has
 * @param content the content; null for none
 */
record ClientRequest(String method, String url, Map<String, String> fields, byte[] content) {

	ClientRequest {
		fields = new LinkedHashMap<>(fields);
	}

	static ClientRequest get(String url) {
		return new ClientRequest("GET", url, Map.of(), null);
	}

	ClientRequest with(String name, String value) {
		ClientRequest changed = new ClientRequest(this.method, this.url, this.fields, this.content);
		changed.fields.put(name, value);
		return changed;
	}

	ClientRequest without(String name) {
		ClientRequest changed = new ClientRequest(this.method, this.url, this.fields, this.content);
		changed.fields.keySet().removeIf(name::equalsIgnoreCase);
		return changed;
	}

	ClientRequest to(String other) {
		return new ClientRequest(this.method, other, this.fields, this.content);
	}

	ClientRequest as(String other, byte[] otherContent) {
		return new ClientRequest(other, this.url, this.fields, otherContent);
	}

	/** Scheme and authority. */
	String origin() {
		return this.url.replaceFirst("^([a-z]+://[^/?#]+).*", "$1");
	}

	String authority() {
		return origin().replaceFirst("^[a-z]+://", "");
	}

	String host() {
		return authority().replaceFirst(":[0-9]+$", "");
	}

	int port() {
		return Integer.parseInt(authority().replaceFirst(".*:", ""));
	}

	/** The request target in origin-form (RFC 9112 §3.2.1). */
	String target(boolean withFragment) {
		String target = this.url.substring(origin().length());
		return withFragment ? target : target.replaceFirst("#.*", "");
	}

	String fragment() {
		int hash = this.url.indexOf('#');
		return (hash < 0) ? "" : this.url.substring(hash);
	}

	byte[] head(boolean withFragment) {
		StringBuilder head = new StringBuilder(
				this.method + " " + target(withFragment) + " HTTP/1.1\r\nHost: " + authority() + "\r\n");
		this.fields.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
		if (this.content != null) {
			head.append("Content-Length: ").append(this.content.length).append("\r\n");
		}
		return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
	}

}

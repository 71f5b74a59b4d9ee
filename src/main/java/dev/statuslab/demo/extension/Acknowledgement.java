package dev.statuslab.demo.extension;

import dev.statuslab.http.ExtensionDeclaration;

import org.springframework.http.HttpHeaders;

/**
 * The fields that tell a client that what it demanded was done (RFC 2774 §5.1). Ext and
 * C-Ext have no value.
 */
final class Acknowledgement {

	private final HttpHeaders fields = new HttpHeaders();

	Acknowledgement() {
		this.fields.set(HttpHeaders.CACHE_CONTROL, "no-store");
	}

	/**
	 * An extension in Man was obeyed. No cache may tell that to another client.
	 * @param field the field of the extension that the answer depends on, and which means
	 * nothing without its declaration (RFC 2774 §3.1)
	 */
	void endToEnd(String field) {
		this.fields.set("Ext", "");
		this.fields.set(HttpHeaders.CACHE_CONTROL, "no-cache=\"Ext\", no-store");
		this.fields.set(HttpHeaders.VARY, ExtensionDeclaration.END_TO_END + ", " + field);
	}

	/**
	 * An extension in C-Man was obeyed, which concerns nobody behind the next hop.
	 * @param field a field of the extension
	 * @param value its value
	 */
	void hopByHop(String field, String value) {
		this.fields.set("C-Ext", "");
		this.fields.set(field, value);
		this.fields.set(HttpHeaders.CONNECTION, "C-Ext, " + field);
	}

	HttpHeaders fields() {
		return this.fields;
	}

}

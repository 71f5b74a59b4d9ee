package dev.statuslab.lab;

import java.io.IOException;

/** Content broke off (RFC 9112 §8). */
final class IncompleteException extends IOException {

	private final transient ClientResponse part;

	/**
	 * An incomplete response.
	 * @param part the response, as far as it came
	 * @param cause how it broke off
	 */
	IncompleteException(ClientResponse part, IOException cause) {
		super("The content is incomplete: " + part.content().length + " octets", cause);
		this.part = part;
	}

	ClientResponse part() {
		return this.part;
	}

}

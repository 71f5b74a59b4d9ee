package dev.statuslab.lab;

import java.io.IOException;

/**
 * How {@link RightClient} reads on through interim responses, and keeps its content back
 * where it expects one (RFC 9110 §10.1.1, §15.2).
 */
final class RightExpectation {

	private static final String FIELD = "Expect";

	private final Flaw flaw;

	RightExpectation(Flaw flaw) {
		this.flaw = flaw;
	}

	/** Does a request, once more without the expectation if that is all that failed. */
	ClientResponse send(ClientRequest request, RightClient.Exchange exchange) throws IOException {
		ClientResponse response = exchange.send(request);
		if (response.status() != 417 || !waits(request)) {
			return response;
		}
		return exchange.send((this.flaw != Flaw.EXPECTS_AGAIN) ? request.without(FIELD) : request);
	}

	/** Goes on after the head of the request, to the final response. */
	ClientResponse finish(ClientRequest request, ClientConnection connection) throws IOException {
		boolean waits = waits(request);
		if (request.content() != null && !waits) {
			connection.write(request.content());
		}
		ClientResponse response = connection.read(request);
		while (response.status() < 200 && this.flaw != Flaw.INTERIM_TAKEN) {
			if (this.flaw == Flaw.INTERIM_FEARED && !waits) {
				throw new IOException("What is " + response.status() + "?");
			}
			if (waits && response.status() == 100) {
				connection.write(request.content());
				waits = false;
			}
			response = connection.read(request);
		}
		if (waits && this.flaw == Flaw.REFUSED_CONTENT_SENT) {
			connection.write(request.content());
		}
		if (waits && this.flaw == Flaw.MISSES_THE_100) {
			throw new IOException("Where is the 100?");
		}
		return response;
	}

	private static boolean waits(ClientRequest request) {
		return request.content() != null && "100-continue".equalsIgnoreCase(request.fields().get(FIELD));
	}

}

package dev.statuslab.lab;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** Fetches the rest of content that broke off (RFC 9110 §13.1.5, §15.3.7.3). */
final class RightResumption {

	private final Exchanger exchanger;

	private final Flaw flaw;

	RightResumption(Exchanger exchanger, Flaw flaw) {
		this.exchanger = exchanger;
		this.flaw = flaw;
	}

	/**
	 * Ends up with the whole content.
	 * @param request the request
	 * @param broken how it broke off
	 * @return the response, whole
	 * @throws IOException if there is no going on
	 */
	ClientResponse resume(ClientRequest request, IncompleteException broken) throws IOException {
		ClientResponse part = broken.part();
		String tag = part.field("ETag");
		if (!"bytes".equals(part.field("Accept-Ranges")) || tag == null) {
			throw broken;
		}
		if (tag.startsWith("W/") && !does(Flaw.RESUMES_WEAKLY)) {
			return this.exchanger.exchange(request);
		}
		int from = part.content().length + (does(Flaw.RESUMES_TOO_LATE) ? 1 : 0);
		ClientRequest rest = request.with("Range", "bytes=" + from + "-");
		ClientResponse response = this.exchanger
			.exchange(does(Flaw.RESUMES_BLINDLY) ? rest : rest.with("If-Range", tag));
		return (response.status() == 206) ? response.with(joined(part.content(), response.content())) : response;
	}

	private static byte[] joined(byte[] first, byte[] second) {
		ByteArrayOutputStream joined = new ByteArrayOutputStream();
		joined.writeBytes(first);
		joined.writeBytes(second);
		return joined.toByteArray();
	}

	private boolean does(Flaw one) {
		return this.flaw == one;
	}

	/** Does one exchange. */
	@FunctionalInterface
	interface Exchanger {

		ClientResponse exchange(ClientRequest request) throws IOException;

	}

}

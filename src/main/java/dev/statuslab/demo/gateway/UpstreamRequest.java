package dev.statuslab.demo.gateway;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A request as the upstream server sees it.
 *
 * @param method the method
 * @param behaviour what its path asks for
 * @param fields the field lines
 * @param content the content
 */
record UpstreamRequest(String method, Behaviour behaviour, List<String> fields, byte[] content) {

	static UpstreamRequest parse(String head) throws IOException {
		List<String> lines = new ArrayList<>(head.strip().lines().toList());
		String[] requestLine = lines.remove(0).split(" ");
		if (requestLine.length != 3 || !requestLine[1].startsWith("/")) {
			throw new IOException("Not a request line.");
		}
		Behaviour behaviour = Behaviour.of(requestLine[1].substring(1))
			.orElseThrow(() -> new IOException("No such behaviour."));
		return new UpstreamRequest(requestLine[0], behaviour, lines, new byte[0]);
	}

	UpstreamRequest withContent(byte[] octets) {
		return new UpstreamRequest(this.method, this.behaviour, this.fields, octets);
	}

	/** Octets of content that follow the head: the gateway always sends a length. */
	int length() throws IOException {
		String prefix = "content-length:";
		for (String field : this.fields) {
			if (field.toLowerCase(Locale.ROOT).startsWith(prefix)) {
				return length(field.substring(prefix.length()).strip());
			}
		}
		return 0;
	}

	private static int length(String digits) throws IOException {
		if (!digits.matches("\\d{1,9}")) {
			throw new IOException("Not a length.");
		}
		return Integer.parseInt(digits);
	}

}

package dev.statuslab.demo.hop;

import java.util.Arrays;
import java.util.List;

import dev.statuslab.http.ProblemException;

/** The hops that a message has taken (RFC 9110 §7.6.3). */
final class Via {

	/** The forward proxy's pseudonym: no host, no port. */
	static final String PROXY = "statuslab-proxy";

	/** The portal's. */
	static final String PORTAL = "statuslab-portal";

	private Via() {
	}

	/** Whether a message came by a hop, as far as its Via tells. */
	static boolean names(String pseudonym, List<String> lines) {
		return lines.stream()
			.flatMap((line) -> Arrays.stream(line.split(",")))
			.map((member) -> member.strip().split("[ \\t]+"))
			.anyMatch((words) -> words.length > 1 && words[1].equalsIgnoreCase(pseudonym));
	}

	/**
	 * Lets a request pass that has not been here before (RFC 9110 §7.6).
	 * @param pseudonym the hop's own pseudonym
	 * @param lines the request's Via
	 * @throws ProblemException 502 if it has
	 */
	static void refuseLoop(String pseudonym, List<String> lines) {
		if (names(pseudonym, lines)) {
			throw new ProblemException(502, "The request has come by here before: it goes round in a loop.").with("hop",
					pseudonym);
		}
	}

}

package dev.statuslab.demo.gateway;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How the upstream server can be told to behave. */
enum Behaviour {

	/** Answers at once, with content that may be stored for a while. */
	HEALTHY,

	/** Answers with the request as it arrived. */
	ECHO,

	/** Folds a field of its response over two lines (RFC 9112 §5.2). */
	FOLDED,

	/** Answers, but late. */
	SLOW,

	/** Takes the request, and never answers. */
	SILENT,

	/** Answers with something that is not HTTP. */
	GARBAGE,

	/** Frames its response by a Content-Length that is no number. */
	BAD_HEADER,

	/** Closes the connection before the content is complete. */
	TRUNCATED,

	/** Resets the connection instead of answering. */
	RESET,

	/** Does not take connections at all. */
	REFUSED;

	/** The name that addresses use. */
	String label() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	static Optional<Behaviour> of(String label) {
		return Arrays.stream(values()).filter((behaviour) -> behaviour.label().equals(label)).findFirst();
	}

	static List<String> labels() {
		return Arrays.stream(values()).map(Behaviour::label).toList();
	}

}

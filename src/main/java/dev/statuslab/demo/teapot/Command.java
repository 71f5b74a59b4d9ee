package dev.statuslab.demo.teapot;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import dev.statuslab.http.ProblemException;

/** The content of a request to a pot (RFC 2324 §4). */
enum Command {

	/** Begin to brew. */
	START("brewing"),

	/** Brew no more. */
	STOP("stopped");

	private static final int MOST_OCTETS = 64;

	private final String state;

	Command(String state) {
		this.state = state;
	}

	/**
	 * Reads a command.
	 * @param content the content, of which no more is read than a command can have
	 * @throws ProblemException 400 if it is none
	 */
	static Command read(InputStream content) throws IOException {
		String word = new String(content.readNBytes(MOST_OCTETS), StandardCharsets.US_ASCII).strip();
		return Arrays.stream(values())
			.filter((command) -> command.word().equals(word))
			.findFirst()
			.orElseThrow(() -> new ProblemException(400, "A pot takes one word as content: start or stop.")
				.with("allowed", List.of(START.word(), STOP.word())));
	}

	/** What the pot is doing after it. */
	String state() {
		return this.state;
	}

	private String word() {
		return name().toLowerCase(Locale.ROOT);
	}

}

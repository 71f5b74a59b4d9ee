package dev.statuslab.recipe;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.statuslab.data.InvalidEntryException;
import org.jspecify.annotations.Nullable;

/**
 * What a step sends: a well-formed request, or octets as they are where the point is that
 * it is none. Texts may hold variables, as in {@code ${tag}}.
 *
 * @param method the method; for raw octets the one that the response answers
 * @param target the request target; one that begins with a slash is below the base path
 * @param fields field lines, such as {@code Accept: text/html}
 * @param content the content, under a Content-Length
 * @param filler content of which only the size matters, instead
 * @param chunks the content in chunks
 * @param trailers the trailer section
 * @param expectContinue whether the content is withheld until a 100 comes
 * @param digest who answers the last Digest challenge with it
 * @param raw octets and pauses, instead of all of this but the method
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Message(String method, @Nullable String target, List<String> fields, @Nullable String content,
		@Nullable Filler filler, List<String> chunks, List<String> trailers, Boolean expectContinue,
		@Nullable DigestUser digest, List<RawPart> raw) {

	public Message {
		method = Objects.requireNonNullElse(method, "GET");
		fields = List.copyOf(Objects.requireNonNullElse(fields, List.of()));
		chunks = List.copyOf(Objects.requireNonNullElse(chunks, List.of()));
		trailers = List.copyOf(Objects.requireNonNullElse(trailers, List.of()));
		raw = List.copyOf(Objects.requireNonNullElse(raw, List.of()));
		expectContinue = Boolean.TRUE.equals(expectContinue);
		InvalidEntryException.belongs("target", target, raw.isEmpty(), "a message that is not raw");
		int contents = ((content != null) ? 1 : 0) + ((filler != null) ? 1 : 0) + (chunks.isEmpty() ? 0 : 1);
		if (contents > 1) {
			throw new InvalidEntryException("content", "or filler or chunks is expected, one of them");
		}
		for (String line : fields) {
			if (line.indexOf(':') < 1) {
				throw new InvalidEntryException("fields", "has a line that is no Name: value, \"" + line + "\"");
			}
		}
	}

	/**
	 * Content of which only the size matters: the letter x again and again.
	 *
	 * @param octets how many
	 * @param chunk octets of a chunk, if it goes in chunks; else under a Content-Length
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record Filler(Integer octets, @Nullable Integer chunk) {

		static final int MOST = 64 * 1024;

		public Filler {
			Step.bounded("octets", InvalidEntryException.required("octets", octets), 1, MOST);
			Step.boundedIfThere("chunk", chunk, 1, MOST);
		}

		String content() {
			return "x".repeat(this.octets);
		}

	}

	/**
	 * Who answers a Digest challenge (RFC 7616 §3.4): the last one of the scenario. The
	 * proof is computed when the message is sent.
	 *
	 * @param user the name, in ASCII
	 * @param password the password
	 * @param count the count of the nonce's use that is claimed; where there is none, one
	 * more than the last time
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record DigestUser(String user, String password, @Nullable Integer count) {

		static final int MOST = 1000;

		public DigestUser {
			if (!InvalidEntryException.written("user", user).matches("[!-~]+")) {
				throw new InvalidEntryException("user", "is not one word of ASCII");
			}
			InvalidEntryException.written("password", password);
			Step.boundedIfThere("count", count, 1, MOST);
		}

	}

	/**
	 * A part of a raw message: one of these.
	 *
	 * @param octets text, with CR and LF as it shall be sent
	 * @param hex octets in hexadecimal
	 * @param pause milliseconds in which nothing is sent
	 * @param reset true: the connection is reset, and nothing comes back any more
	 */
	@JsonInclude(JsonInclude.Include.NON_EMPTY)
	public record RawPart(@Nullable String octets, @Nullable String hex, @Nullable Integer pause,
			@Nullable Boolean reset) {

		public RawPart {
			long said = Stream.of(octets, hex, pause, reset).filter(Objects::nonNull).count();
			if (said != 1) {
				throw new InvalidEntryException("octets", "or hex, pause or reset is expected, one of them");
			}
			if (Boolean.FALSE.equals(reset)) {
				throw new InvalidEntryException("reset", "is true, or is not said");
			}
			if (hex != null && !hex.matches("([0-9a-f]{2})+")) {
				throw new InvalidEntryException("hex", "is not a row of hexadecimal octets");
			}
			Step.boundedIfThere("pause", pause, 1, Step.LONGEST_WAIT);
		}

	}

}

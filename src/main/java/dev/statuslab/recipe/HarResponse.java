package dev.statuslab.recipe;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.statuslab.http.Gzip;
import dev.statuslab.recipe.HarRequest.Pair;
import dev.statuslab.wire.WireHead;
import dev.statuslab.wire.WireResponse;
import org.jspecify.annotations.Nullable;

/**
 * A response in an HTTP archive.
 *
 * @param status the status code; 0 if there was no response
 * @param statusText the reason phrase
 * @param httpVersion the version
 * @param cookies the cookies that it sets
 * @param headers the field lines
 * @param content the content
 * @param redirectURL its Location
 * @param headersSize octets of the head; -1 if it can't be told
 * @param bodySize octets of the content as it was sent
 * @param interim the interim responses before it
 * @param trailers the field lines behind its content
 * @param ending how the connection stood after it
 * @param notes what is not as RFC 9112 wants it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record HarResponse(int status, String statusText, String httpVersion, List<Pair> cookies, List<Pair> headers,
		Content content, String redirectURL, long headersSize, long bodySize,
		@JsonProperty("_interim") @Nullable List<Interim> interim,
		@JsonProperty("_trailers") @Nullable List<Pair> trailers, @JsonProperty("_connection") @Nullable String ending,
		@JsonProperty("_notes") @Nullable List<String> notes) {

	static HarResponse of(@Nullable WireResponse response) {
		WireHead head = (response != null) ? response.head() : null;
		if (response == null || head == null) {
			return new HarResponse(0, "", "unknown", List.of(), List.of(), Content.NONE, "", -1, -1, null, null,
					(response != null) ? word(response.ending()) : null, null);
		}
		return new HarResponse(head.code(), head.reason(), head.version(), cookies(head), Pair.of(head.fields()),
				Content.of(response), String.join(", ", head.values("Location")), size(response, head),
				response.content().total(), filled(response.interim().stream().map(Interim::of).toList()),
				filled(Pair.of(response.trailers())), word(response.ending()),
				filled(response.notes().stream().map((note) -> word(note.kind())).toList()));
	}

	private static String word(Enum<?> value) {
		return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
	}

	private static <T> @Nullable List<T> filled(List<T> list) {
		return list.isEmpty() ? null : list;
	}

	private static List<Pair> cookies(WireHead head) {
		return head.values("Set-Cookie").stream().map((line) -> Pair.member(line.split(";", 2)[0].strip())).toList();
	}

	private static long size(WireResponse response, WireHead head) {
		if (!response.notes().isEmpty()) {
			return -1;
		}
		String statusLine = head.version() + " " + head.code() + " " + head.reason();
		return statusLine.length() + 4 + head.fields().stream().mapToLong((field) -> field.line().length() + 2).sum();
	}

	/**
	 * An interim response.
	 *
	 * @param status its status code
	 * @param statusText its reason phrase
	 * @param headers its field lines
	 * @param time milliseconds until it had come
	 */
	record Interim(int status, String statusText, List<Pair> headers, long time) {

		static Interim of(WireHead head) {
			return new Interim(head.code(), head.reason(), Pair.of(head.fields()), head.at().toMillis());
		}

	}

	/**
	 * The content of a response.
	 *
	 * @param size its octets
	 * @param compression how many of them its content coding has saved
	 * @param mimeType its Content-Type; {@code x-unknown} if there is none
	 * @param text the content, out of its content coding
	 * @param encoding {@code base64} if it is not UTF-8
	 * @param comment what is not told of it
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Content(long size, @Nullable Long compression, String mimeType, @Nullable String text,
			@Nullable String encoding, @Nullable String comment) {

		private static final String UNKNOWN = "x-unknown";

		static final Content NONE = new Content(0, null, UNKNOWN, null, null, null);

		static Content of(WireResponse response) {
			String type = response.values("Content-Type").stream().findFirst().orElse(UNKNOWN);
			byte[] sent = response.content().toByteArray();
			if (sent.length == 0) {
				return new Content(0, null, type, null, null, null);
			}
			if (!response.content().whole()) {
				return new Content(response.content().total(), null, type, null, null, "Too long to be kept");
			}
			byte[] plain = response.values("Content-Encoding").equals(List.of(Gzip.CODING)) ? unzipped(sent) : sent;
			OctetText text = OctetText.of(plain);
			return new Content(plain.length, (plain.length != sent.length) ? (long) plain.length - sent.length : null,
					type, text.text(), text.encoding(), null);
		}

		private static byte[] unzipped(byte[] sent) {
			try (GZIPInputStream plain = new GZIPInputStream(new ByteArrayInputStream(sent))) {
				return plain.readAllBytes();
			}
			catch (IOException ex) {
				return sent;
			}
		}

	}

}

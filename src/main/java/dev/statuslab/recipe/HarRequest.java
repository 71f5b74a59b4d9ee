package dev.statuslab.recipe;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.statuslab.http.Links;
import dev.statuslab.wire.FieldLine;
import org.jspecify.annotations.Nullable;

/**
 * A request in an HTTP archive.
 *
 * @param method the method
 * @param url the target URI (RFC 9110 §7.1), as far as there is one
 * @param httpVersion the version
 * @param cookies the members of Cookie
 * @param headers the field lines
 * @param queryString the query's members as they were sent
 * @param postData the content
 * @param headersSize octets of the head; -1 if it has no end
 * @param bodySize octets of what follows, with the chunks' own
 * @param line the request line, where it is text and the URL does not tell all of it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record HarRequest(String method, String url, String httpVersion, List<Pair> cookies, List<Pair> headers,
		List<Pair> queryString, @Nullable PostData postData, int headersSize, int bodySize,
		@JsonProperty("_line") @Nullable String line) {

	static HarRequest of(SentRequest sent, String method, Links links) {
		String url = url(sent, links);
		String query = URI.create(url).getRawQuery();
		boolean plain = url.endsWith(sent.target()) && !sent.target().isEmpty();
		boolean text = sent.line().matches("[ -~]+");
		return new HarRequest(sent.method().isEmpty() ? method : sent.method(), url,
				sent.version().isEmpty() ? "unknown" : sent.version(), Pair.list(sent.value("Cookie").orElse(""), ";"),
				Pair.of(sent.fields()), Pair.list((query != null) ? query : "", "&"), PostData.of(sent),
				sent.headSize(), sent.bodySize(), (text && !plain) ? sent.line() : null);
	}

	private static String url(SentRequest sent, Links links) {
		String target = escaped(sent.target());
		if (target.matches("(?i)https?://[^/?]+.*") && parses(target)) {
			return target;
		}
		String origin = sent.value("Host")
			.map((host) -> "http://" + host)
			.filter(HarRequest::parses)
			.orElse(links.origin());
		return (target.startsWith("/") && parses(origin + target)) ? origin + target : origin + "/";
	}

	private static boolean parses(String url) {
		try {
			return new URI(url).getHost() != null;
		}
		catch (URISyntaxException ex) {
			return false;
		}
	}

	/** What may not stand in a URI, as octets by number. */
	private static String escaped(String target) {
		StringBuilder escaped = new StringBuilder();
		for (byte octet : target.getBytes(StandardCharsets.ISO_8859_1)) {
			boolean fits = octet > ' ' && octet < 0x7F && "\"<>\\^`{|}#".indexOf(octet) < 0;
			escaped.append(fits ? String.valueOf((char) octet) : "%%%02X".formatted(octet & 0xFF));
		}
		return escaped.toString().replaceAll("%(?![0-9A-Fa-f]{2})", "%25");
	}

	/**
	 * A name and its value: a field line, a cookie, a member of the query.
	 *
	 * @param name the name
	 * @param value the value
	 */
	record Pair(String name, String value) {

		static List<Pair> of(List<FieldLine> fields) {
			return fields.stream().map((field) -> new Pair(field.name(), field.value())).toList();
		}

		static List<Pair> list(String text, String delimiter) {
			return Arrays.stream(text.split(delimiter))
				.map(String::strip)
				.filter((member) -> !member.isEmpty())
				.map(Pair::member)
				.toList();
		}

		static Pair member(String member) {
			String[] parts = member.split("=", 2);
			return new Pair(parts[0], (parts.length == 2) ? parts[1] : "");
		}

	}

	/**
	 * The content of a request.
	 *
	 * @param mimeType its Content-Type; empty if there is none
	 * @param text the content
	 * @param encoding {@code base64} if the content is not UTF-8
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record PostData(String mimeType, String text, @JsonProperty("_encoding") @Nullable String encoding) {

		static @Nullable PostData of(SentRequest sent) {
			if (sent.bodySize() == 0) {
				return null;
			}
			OctetText text = OctetText.of(sent.content());
			return new PostData(sent.value("Content-Type").orElse(""), text.text(), text.encoding());
		}

	}

}

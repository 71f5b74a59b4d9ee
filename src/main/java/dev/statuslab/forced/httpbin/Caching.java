package dev.statuslab.forced.httpbin;

import dev.statuslab.forced.exchange.ForcedRequest;
import dev.statuslab.forced.exchange.ForcedResponse;
import dev.statuslab.http.EntityTag;
import dev.statuslab.http.ProblemException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/**
 * What caches may keep. The content shows the target URI and nothing else of the request:
 * a shared cache would show it to others.
 */
@Component
final class Caching {

	private static final int YEAR = 31_536_000;

	/** A cache asks each time whether it is still so (RFC 9111 §5.2.2.4). */
	private static final String ASK = "no-cache";

	private final JsonMapper json;

	Caching(JsonMapper json) {
		this.json = json;
	}

	ForcedResponse cache(ForcedRequest request) {
		byte[] content = content(request);
		return answer(request, EntityTag.of(content), ASK, content);
	}

	ForcedResponse cacheFor(ForcedRequest request) {
		int seconds = Numbers.between("seconds", request.variable("seconds"), 0, YEAR);
		byte[] content = content(request);
		return answer(request, EntityTag.of(content), "public, max-age=" + seconds, content);
	}

	ForcedResponse etag(ForcedRequest request) {
		return answer(request, tag(request.variable("etag"), false), ASK, content(request));
	}

	ForcedResponse weakEtag(ForcedRequest request) {
		return answer(request, tag(request.variable("etag"), true), ASK, content(request));
	}

	private static ForcedResponse answer(ForcedRequest request, EntityTag tag, String cacheControl, byte[] content) {
		return Conditional.of(tag, cacheControl)
			.answer(request, () -> ForcedResponse.of(200).content(ForcedResponse.JSON, content));
	}

	/** The tag in a path: its opaque part, between quotes or without. */
	private static EntityTag tag(String text, boolean weak) {
		boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
		try {
			return new EntityTag(weak, quoted ? text.substring(1, text.length() - 1) : text);
		}
		catch (IllegalArgumentException ex) {
			throw new ProblemException(400,
					"An entity tag holds no quote, space, control character, or character beyond U+00FF: " + text)
				.with("parameter", "etag");
		}
	}

	private byte[] content(ForcedRequest request) {
		return this.json.writeValueAsBytes(new Target(Repeats.of(request.query()), request.url()));
	}

	private record Target(Repeats args, String url) {
	}

}

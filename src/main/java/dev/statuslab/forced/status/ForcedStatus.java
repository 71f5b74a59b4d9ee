package dev.statuslab.forced.status;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.statuslab.forced.exchange.Fault;
import dev.statuslab.forced.exchange.ForcedRequest;
import dev.statuslab.forced.exchange.ForcedResponse;
import dev.statuslab.http.Negotiation;
import dev.statuslab.http.ProblemException;
import dev.statuslab.http.ReasonPhrases;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/** Makes the response for a code that was asked for. */
@Component
public final class ForcedStatus {

	private static final String PROBLEM = "application/problem+json";

	private static final String TEXT = "text/plain";

	private static final String LINK = "Link";

	/** How the fields of resumable uploads begin. */
	private static final String UPLOAD = "Upload-";

	private static final HttpFields STYLESHEET = HttpFields.build()
		.add(LINK, "</css/main.css>; rel=preload; as=style")
		.asImmutable();

	private final ReasonPhrases phrases;

	private final JsonMapper json;

	private final CallerFields callerFields;

	ForcedStatus(ReasonPhrases phrases, JsonMapper json, CallerFields callerFields) {
		this.phrases = phrases;
		this.json = json;
		this.callerFields = callerFields;
	}

	/**
	 * Makes the response.
	 * @param code the code, 100 to 599
	 * @param dialect whose conventions hold
	 * @param request the request, with what it adds to the code
	 * @return the response; an interim code comes before a final 200
	 * @throws ProblemException 400 for what can't be forced
	 */
	ForcedResponse of(int code, Dialect dialect, ForcedRequest request) {
		if (code == 101) {
			throw new ProblemException(400, "An upgrade can't be forced: both sides must go on in another protocol.")
				.with("documentation", request.links().path("/codes/101"));
		}
		int status = (code < 200) ? 200 : code;
		ForcedResponse plain = content(RequiredFields.addTo(ForcedResponse.of(status), request, dialect), dialect,
				request);
		Composition composition = Composition.of(request, this.callerFields);
		require(code, composition);
		ForcedResponse response = composition.addTo(plain);
		if (code < 200) {
			return withInterim(code, response, request);
		}
		return switch (code) {
			case 206 -> part(response);
			case 444 -> response.failing(Fault.EMPTY);
			default -> response;
		};
	}

	/**
	 * Makes the response for a final code with given content, and with the fields that
	 * belong to the code.
	 * @param status the code, 200 to 599
	 * @param request the request
	 * @param mediaType the content's type
	 * @param octets the content
	 * @return the response
	 * @throws ProblemException 400 for a 206 that encloses nothing
	 */
	public ForcedResponse of(int status, ForcedRequest request, String mediaType, byte[] octets) {
		ForcedResponse response = RequiredFields.addTo(ForcedResponse.of(status), request, Dialect.HTTPBIN);
		if (status == 204 || status == 205 || status == 304) {
			return response;
		}
		return (status == 206) ? part(response.content(mediaType, octets)) : response.content(mediaType, octets);
	}

	private static void require(int code, Composition composition) {
		if (composition.body().isPresent() && (code == 204 || code == 205 || code == 304)) {
			throw new ProblemException(400, "A response with %d has no content.".formatted(code)).with("parameter",
					"body");
		}
		// for good means: a browser would never ask again
		if ((code == 301 || code == 308 || code == 410) && composition.fields().contains("Cache-Control")) {
			throw new ProblemException(400, "A forced %d is never to be kept by a cache.".formatted(code))
				.with("parameter", "header");
		}
	}

	private static ForcedResponse withInterim(int code, ForcedResponse response, ForcedRequest request) {
		if (code == 104) {
			return response.interim(code, resumption(response.fields(), request));
		}
		if (code != 103) {
			return response.interim(code, HttpFields.EMPTY);
		}
		HttpFields hints = response.fields().contains(LINK)
				? HttpFields.from(response.fields().getFields(LINK).toArray(HttpField[]::new)) : STYLESHEET;
		// RFC 8297 §2: the final response repeats what still holds
		return response.interim(code, hints).byDefault(LINK, hints.get(LINK));
	}

	/** Where an upload can go on, or what the caller says of it instead. */
	private static HttpFields resumption(HttpFields fields, ForcedRequest request) {
		HttpField[] told = fields.stream()
			.filter((field) -> field.getHeader() == HttpHeader.LOCATION
					|| field.getName().regionMatches(true, 0, UPLOAD, 0, UPLOAD.length()))
			.toArray(HttpField[]::new);
		return (told.length > 0) ? HttpFields.from(told)
				: HttpFields.build()
					.add(HttpHeader.LOCATION, request.links().path("/anything"))
					.add(UPLOAD + "Draft-Interop-Version", "8");
	}

	/** RFC 9110 §15.3.7.1: the field and the content are of exactly the same range. */
	private static ForcedResponse part(ForcedResponse response) {
		int length = response.content().length;
		if (length == 0) {
			throw new ProblemException(400, "A 206 encloses at least one octet.").with("parameter", "suppressBody");
		}
		return response.byDefault("Content-Range", "bytes 0-%d/%d".formatted(length - 1, length));
	}

	private ForcedResponse content(ForcedResponse response, Dialect dialect, ForcedRequest request) {
		int status = response.status();
		if (status == 204 || status == 205 || status == 304) {
			return response;
		}
		String phrase = Optional.of(this.phrases.phrase(status))
			.filter((text) -> !text.isEmpty())
			.orElse("Unknown Code");
		List<String> accept = request.lines("Accept");
		if (dialect == Dialect.HTTPBIN && status != 206 && !asksForText(accept)) {
			return Bodies.of(status).map(response::text).orElse(response);
		}
		String type = Negotiation.mediaType(accept, List.of(TEXT, ForcedResponse.JSON, PROBLEM)).orElse(TEXT);
		if (TEXT.equals(type)) {
			return response.text(status + " " + phrase);
		}
		Map<String, Object> members = new LinkedHashMap<>();
		if (PROBLEM.equals(type) && status >= 400) {
			members.put("type", "about:blank");
			members.put("title", phrase);
			members.put("status", status);
			return response.content(PROBLEM, this.json.writeValueAsBytes(members));
		}
		members.put("code", status);
		members.put("description", phrase);
		return response.content(ForcedResponse.JSON, this.json.writeValueAsBytes(members));
	}

	/** Whether a client names a type that can be written, rather than taking anything. */
	private static boolean asksForText(List<String> accept) {
		return accept.stream().anyMatch((line) -> line.contains("json") || line.contains(TEXT));
	}

}

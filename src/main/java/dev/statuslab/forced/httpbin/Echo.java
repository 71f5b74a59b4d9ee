package dev.statuslab.forced.httpbin;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import dev.statuslab.forced.exchange.ForcedRequest;
import dev.statuslab.forced.exchange.ForcedResponse;
import org.eclipse.jetty.http.HttpField;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/** Shows a request to the one who sent it. */
@Component
final class Echo {

	private final JsonMapper json;

	Echo(JsonMapper json) {
		this.json = json;
	}

	ForcedResponse retrieval(ForcedRequest request) {
		return shown(new Retrieval(Repeats.of(request.query()), fields(request), request.origin(), request.url()));
	}

	ForcedResponse submission(ForcedRequest request) {
		SentContent content = SentContent.of(request, this.json);
		return shown(new Submission(Repeats.of(request.query()), content.data(), content.files(), content.form(),
				fields(request), content.json(), request.origin(), request.url()));
	}

	ForcedResponse anything(ForcedRequest request) {
		SentContent content = SentContent.of(request, this.json);
		// RFC 9110 §8.6: HEAD has the length of what GET would show
		String method = "HEAD".equals(request.method()) ? "GET" : request.method();
		return shown(new Anything(Repeats.of(request.query()), content.data(), content.files(), content.form(),
				fields(request), content.json(), method, request.origin(), request.url()));
	}

	ForcedResponse headers(ForcedRequest request) {
		return shown(Map.of("headers", fields(request)));
	}

	ForcedResponse ip(ForcedRequest request) {
		return shown(Map.of("origin", request.origin()));
	}

	ForcedResponse userAgent(ForcedRequest request) {
		Map<String, @Nullable String> agent = new LinkedHashMap<>();
		agent.put("user-agent", request.field("User-Agent").orElse(null));
		return shown(agent);
	}

	private ForcedResponse shown(Object value) {
		return ForcedResponse.of(200)
			.content(ForcedResponse.JSON, this.json.writeValueAsBytes(value))
			.with("Cache-Control", "no-store");
	}

	/**
	 * The fields by name, whose case does not matter (RFC 9110 §5.1). The lines of one
	 * field are one value (RFC 9110 §5.3).
	 */
	private static Map<String, String> fields(ForcedRequest request) {
		Map<String, String> names = new LinkedHashMap<>();
		Map<String, String> headers = new LinkedHashMap<>();
		for (HttpField field : request.fields()) {
			String key = field.getName().toLowerCase(Locale.ROOT);
			// RFC 9113 §8.2.3
			String separator = key.equals("cookie") ? "; " : ",";
			headers.merge(names.computeIfAbsent(key, (absent) -> field.getName()),
					(field.getValue() != null) ? field.getValue() : "", (one, other) -> one + separator + other);
		}
		return headers;
	}

	private record Retrieval(Repeats args, Map<String, String> headers, String origin, String url) {
	}

	private record Submission(Repeats args, String data, Repeats files, Repeats form, Map<String, String> headers,
			@Nullable JsonNode json, String origin, String url) {
	}

	private record Anything(Repeats args, String data, Repeats files, Repeats form, Map<String, String> headers,
			@Nullable JsonNode json, String method, String origin, String url) {
	}

}

package dev.statuslab.demo.redirect;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.statuslab.http.Links;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * A request as it arrived.
 *
 * @param method the method
 * @param url the target URI, with its query
 * @param fields the lines of each field, by the name as it was spelled
 * @param body the content: text if it is UTF-8; empty if there is none
 * @param bodyEncoding {@code base64} if the body is not UTF-8
 */
record Arrival(String method, String url, Map<String, List<String>> fields, String body,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String bodyEncoding) {

	static Arrival of(HttpServletRequest request, Links links) throws IOException {
		Map<String, List<String>> fields = new LinkedHashMap<>();
		for (String name : Collections.list(request.getHeaderNames())) {
			fields.put(name, Collections.list(request.getHeaders(name)));
		}
		String url = links.origin() + target(request);
		byte[] content = request.getInputStream().readAllBytes();
		try {
			String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
			return new Arrival(method(request), url, fields, text, null);
		}
		catch (CharacterCodingException ex) {
			String text = Base64.getEncoder().encodeToString(content);
			return new Arrival(method(request), url, fields, text, "base64");
		}
	}

	/** HEAD has the length of what GET would show (RFC 9110 §8.6). */
	private static String method(HttpServletRequest request) {
		return "HEAD".equals(request.getMethod()) ? "GET" : request.getMethod();
	}

	/** The request target in origin form (RFC 9112 §3.2.1). */
	static String target(HttpServletRequest request) {
		String query = request.getQueryString();
		return request.getRequestURI() + ((query != null) ? "?" + query : "");
	}

	/**
	 * The message as it looks on the wire in HTTP/1.1; content that is not text stays in
	 * base64.
	 */
	String message(String target, String protocol) {
		StringBuilder message = new StringBuilder("%s %s %s\r\n".formatted(this.method, target, protocol));
		this.fields.forEach((name, values) -> values
			.forEach((value) -> message.append(name).append(": ").append(value).append("\r\n")));
		return message.append("\r\n").append(this.body).toString();
	}

}

package dev.statuslab.demo.gateway;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.statuslab.http.HttpDates;
import tools.jackson.databind.json.JsonMapper;

/** What the upstream server writes, the wrong and the right. */
final class UpstreamResponses {

	/** How long the healthy response is fresh. */
	static final Duration FRESHNESS = Duration.ofSeconds(10);

	/** No status line begins like this (RFC 9112 §4). */
	static final String GARBAGE = "220 smtp.example ESMTP, how can I help you?\r\n";

	private static final JsonMapper JSON = new JsonMapper();

	private static final String NEVER_STORED = "Cache-Control: no-store\r\n";

	/** Octets that a truncated response lacks. */
	private static final int LOST = 20;

	private UpstreamResponses() {
	}

	static String healthy(UpstreamRequest request) {
		return ok(request, "Cache-Control: max-age=%d, must-revalidate\r\n".formatted(FRESHNESS.toSeconds()),
				Map.of("message", "The upstream server is well."));
	}

	static String late(UpstreamRequest request) {
		return ok(request, NEVER_STORED, Map.of("message", "The upstream server took its time."));
	}

	/** Tells what arrived, and adds fields that are for the gateway alone. */
	static String echo(UpstreamRequest request) {
		Map<String, Object> arrived = new LinkedHashMap<>();
		// RFC 9110 §8.6: HEAD has the length of what GET would show
		arrived.put("method", request.method().equals("HEAD") ? "GET" : request.method());
		arrived.put("fields", visible(request.fields()));
		arrived.put("content", new String(request.content(), StandardCharsets.UTF_8));
		return ok(request, NEVER_STORED + "Keep-Alive: timeout=5\r\nConnection: X-Between-Us\r\n"
				+ "X-Between-Us: for the gateway alone\r\nX-For-You: for the client\r\n", arrived);
	}

	static String folded(UpstreamRequest request) {
		return ok(request, NEVER_STORED + "X-Folded: over\r\n  two lines\r\n",
				Map.of("message", "One of my fields was folded."));
	}

	static String badHeader(UpstreamRequest request) {
		return ok(request, "", Map.of("message", "How long is this?")).replaceFirst("(Content-Length:) \\d+",
				"$1 twelve");
	}

	static String truncated(UpstreamRequest request) {
		String whole = ok(request, NEVER_STORED, Map.of("message", "Here I am interrupted."));
		return request.method().equals("HEAD") ? whole : whole.substring(0, whole.length() - LOST);
	}

	/** The gateway's port is nobody's business, not even in an echo. */
	private static List<String> visible(List<String> fields) {
		return fields.stream().filter((field) -> !field.regionMatches(true, 0, "Host:", 0, 5)).toList();
	}

	private static String ok(UpstreamRequest request, String fields, Map<String, ?> content) {
		String text = JSON.writeValueAsString(content) + "\n";
		return "HTTP/1.1 200 OK\r\nDate: " + HttpDates.format(Instant.now())
				+ "\r\nContent-Type: application/json\r\nContent-Length: "
				+ text.getBytes(StandardCharsets.UTF_8).length + "\r\n" + fields + "Connection: close\r\n\r\n"
				+ (request.method().equals("HEAD") ? "" : text);
	}

}

package dev.statuslab.demo.gateway;

import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

import dev.statuslab.http.ProblemException;
import dev.statuslab.http.RetryAfter;

import org.springframework.stereotype.Component;

/**
 * The hop from the gateway to the upstream server: one connection, one request, nothing
 * repeated that is not idempotent (RFC 9110 §9.2.2), and a time limit for the whole of
 * it. Nobody waits for it in a thread. It leads to our own upstream server only and never
 * back to the gateway, so that no loop is possible (RFC 9110 §7.6).
 */
@Component
class Hop {

	/** Hops at one time; one more is 503. */
	static final int MOST_AT_ONCE = 64;

	private final HttpClient client = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.followRedirects(HttpClient.Redirect.NEVER)
		.proxy(HttpClient.Builder.NO_PROXY)
		.build();

	private final Semaphore free = new Semaphore(MOST_AT_ONCE);

	private final Upstream upstream;

	Hop(Upstream upstream) {
		this.upstream = upstream;
	}

	/**
	 * Forwards a request.
	 * @param request what to forward
	 * @return the upstream server's response; fails with a problem, 502 or 504
	 * @throws ProblemException 503 if too many hops are under way
	 */
	CompletableFuture<UpstreamResponse> forward(GatewayRequest request) {
		if (!this.free.tryAcquire()) {
			throw new ProblemException(503,
					"The gateway has %d requests under way, and takes no more just now.".formatted(MOST_AT_ONCE))
				.field(RetryAfter.FIELD, RetryAfter.in(Duration.ofSeconds(1)).value());
		}
		try {
			return exchange(request).whenComplete((response, failure) -> this.free.release());
		}
		catch (RuntimeException ex) {
			this.free.release();
			throw ex;
		}
	}

	private CompletableFuture<UpstreamResponse> exchange(GatewayRequest request) {
		AtomicBoolean answered = new AtomicBoolean();
		CompletableFuture<CompletableFuture<?>> sent = new CompletableFuture<>();
		CompletableFuture<HttpResponse<byte[]>> exchange = this.client.sendAsync(inbound(request), (head) -> {
			answered.set(true);
			if (!hasValidLength(head.headers())) {
				// the client would leave the connection open
				sent.thenAccept((begun) -> begun.cancel(true));
			}
			return BodySubscribers.ofByteArray();
		});
		sent.complete(exchange);
		// the client's own limit would end with the header section
		return exchange.copy()
			.orTimeout(request.timeout().toMillis(), TimeUnit.MILLISECONDS)
			.handle((response, failure) -> {
				if (failure == null) {
					return received(response);
				}
				if (failure instanceof TimeoutException) {
					exchange.cancel(true);
				}
				throw HopFailure.of(failure, answered.get()).problem(request.timeout());
			});
	}

	/**
	 * Whether the end of the content is told once and clearly. If it is not, the response
	 * is discarded and its connection closed (RFC 9112 §6.1, §6.3).
	 */
	private static boolean hasValidLength(HttpHeaders fields) {
		List<String> lengths = fields.allValues("Content-Length");
		return lengths.isEmpty() || (lengths.size() == 1 && lengths.get(0).matches("\\d{1,18}")
				&& fields.firstValue("Transfer-Encoding").isEmpty());
	}

	private HttpRequest inbound(GatewayRequest request) {
		HttpRequest.Builder inbound = HttpRequest.newBuilder(this.upstream.address(request.behaviour()))
			.setHeader("User-Agent", ForwardedFields.PSEUDONYM);
		switch (request.method()) {
			case "GET" -> inbound.GET();
			case "HEAD" -> inbound.method("HEAD", BodyPublishers.noBody());
			default -> inbound.method(request.method(), BodyPublishers.ofByteArray(request.content()));
		}
		request.fields().lines().forEach((name, lines) -> inbound.setHeader(name, String.join(", ", lines)));
		return inbound.build();
	}

	private static UpstreamResponse received(HttpResponse<byte[]> response) {
		byte[] content = response.body();
		long length = response.headers().firstValueAsLong("Content-Length").orElse(content.length);
		return new UpstreamResponse(response.statusCode(), ForwardedFields.of(response.headers().map(), "1.1"), length,
				content);
	}

}

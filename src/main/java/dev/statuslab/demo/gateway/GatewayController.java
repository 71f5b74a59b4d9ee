package dev.statuslab.demo.gateway;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import dev.statuslab.demo.gateway.ResponseCache.Hit;
import dev.statuslab.http.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.http.ResponseEntity.BodyBuilder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * A gateway (RFC 9110 §3.7): what is asked here goes on to the upstream server, which
 * behaves as the address says, and what comes back goes on to the client.
 */
@Tag(name = "Gateway: hops that fail")
@RestController
@RequestMapping("/demo/gateway/{behaviour}")
class GatewayController {

	private final ResponseCache cache;

	private final Hop hop;

	GatewayController(ResponseCache cache, Hop hop) {
		this.cache = cache;
		this.hop = hop;
	}

	@GetMapping
	@Operation(operationId = "readThroughGateway", summary = "Read from an upstream server that behaves as you say")
	CompletableFuture<ResponseEntity<byte[]>> read(@PathVariable String behaviour, HttpServletRequest request,
			HttpServletResponse response) {
		GatewayRequest asked = GatewayRequest.of(behaviour, request, new byte[0]);
		Optional<Hit> hit = this.cache.find(asked);
		if (hit.isPresent()) {
			return CompletableFuture.completedFuture(stored(hit.get(), response));
		}
		if (asked.directives().has("only-if-cached")) {
			throw notCached();
		}
		return forward(asked, response);
	}

	/** The content is read as it is: Spring would put a form together again. */
	@PostMapping
	@Operation(operationId = "postThroughGateway",
			summary = "Send content to an upstream server that behaves as you say")
	CompletableFuture<ResponseEntity<byte[]>> post(@PathVariable String behaviour, HttpServletRequest request,
			HttpServletResponse response) throws IOException {
		return forward(GatewayRequest.of(behaviour, request, request.getInputStream().readAllBytes()), response);
	}

	private CompletableFuture<ResponseEntity<byte[]>> forward(GatewayRequest asked, HttpServletResponse response) {
		return this.hop.forward(asked).thenApply((received) -> {
			this.cache.see(asked, received);
			return answer(received, response).body(received.content());
		});
	}

	private static ResponseEntity<byte[]> stored(Hit hit, HttpServletResponse response) {
		return answer(hit.response(), response)
			.headers((fields) -> fields.set(HttpHeaders.AGE, String.valueOf(hit.age().toSeconds())))
			.body(hit.response().content());
	}

	private static BodyBuilder answer(UpstreamResponse received, HttpServletResponse response) {
		HttpHeaders fields = new HttpHeaders();
		received.fields().lines().forEach(fields::addAll);
		// the origin's date in the place of ours (RFC 9110 §6.6.1): Spring would add it
		Optional.ofNullable(fields.remove(HttpHeaders.DATE))
			.ifPresent((date) -> response.setHeader(HttpHeaders.DATE, date.get(0)));
		return ResponseEntity.status(received.status()).headers(fields).contentLength(received.length());
	}

	/** RFC 9111 §5.2.1.7. */
	private static ProblemException notCached() {
		return new ProblemException(504,
				"The request takes a stored response only, and the gateway's cache has none "
						+ "that is fresh enough. GET the same target without only-if-cached first.")
			.with("hop", "cache in front of the upstream server");
	}

}

package dev.statuslab.demo.redirect;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import dev.statuslab.http.Links;
import dev.statuslab.http.Methods;
import dev.statuslab.http.Preconditions;
import dev.statuslab.http.Validators;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/** Shows a client what has arrived, after redirects above all. */
@Tag(name = "Redirects")
@RestController
class EchoController {

	private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

	private final Answers answers;

	EchoController(Answers answers) {
		this.answers = answers;
	}

	@Operation(operationId = "echo", summary = "The request as it arrived")
	@RequestMapping(Targets.ECHO)
	ResponseEntity<byte[]> echo(HttpServletRequest request, Preconditions preconditions, Links links)
			throws IOException, HttpRequestMethodNotSupportedException {
		// no TRACE: it would reflect what a browser keeps to itself (RFC 9110 §9.3.8)
		if (!Methods.IMPLEMENTED.contains(request.getMethod())) {
			throw new HttpRequestMethodNotSupportedException(request.getMethod(), Methods.IMPLEMENTED);
		}
		Arrival arrival = Arrival.of(request, links);
		String type = Answers.preferred(request, MediaType.APPLICATION_JSON_VALUE, MediaType.TEXT_PLAIN_VALUE);
		if (MediaType.APPLICATION_JSON_VALUE.equals(type)) {
			return this.answers.once(arrival, request, preconditions);
		}
		preconditions.requireForWrite(request.getMethod(), Validators.UNKNOWN);
		String message = arrival.message(Arrival.target(request), request.getProtocol());
		return ResponseEntity.ok()
			.cacheControl(CacheControl.noStore())
			.contentType(TEXT)
			.body(message.getBytes(StandardCharsets.UTF_8));
	}

	/** A mapping without methods takes them all, except for this one. */
	@Operation(operationId = "echoOptions", summary = "The request as it arrived, for OPTIONS")
	@RequestMapping(path = Targets.ECHO, method = RequestMethod.OPTIONS)
	ResponseEntity<byte[]> echoOptions(HttpServletRequest request, HttpServletResponse response,
			Preconditions preconditions, Links links) throws IOException, HttpRequestMethodNotSupportedException {
		response.setHeader(HttpHeaders.ALLOW, String.join(", ", Methods.IMPLEMENTED));
		return echo(request, preconditions, links);
	}

}

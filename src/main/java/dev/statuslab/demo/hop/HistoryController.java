package dev.statuslab.demo.hop;

import java.net.URI;
import java.util.Collections;

import dev.statuslab.http.Links;
import dev.statuslab.http.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Two codes of the past, labelled as such: 305 as RFC 2616 §10.3.6 meant it (RFC 9110
 * §15.4.6 deprecates it), and 306, which is reserved (RFC 9110 §15.4.7).
 */
@Tag(name = "History: codes that are gone")
@RestController
@RequestMapping("/demo/history")
class HistoryController {

	private final Door proxy;

	HistoryController(Door proxy) {
		this.proxy = proxy;
	}

	@GetMapping("/305")
	@Operation(operationId = "readBehindProxy", summary = "A resource that was only to be had through a proxy")
	ResponseEntity<Note> behindProxy(HttpServletRequest request, Links links) {
		if (Via.names(Via.PROXY, Collections.list(request.getHeaders(HttpHeaders.VIA)))) {
			return answer(200).body(new Note(true, "You came by the proxy, as this resource wants it."));
		}
		String authority = this.proxy.authority(URI.create(links.origin()).getHost())
			.orElseThrow(() -> new ProblemException(404, "The proxy that leads here is not switched on."));
		return answer(305).header(HttpHeaders.LOCATION, "http://" + authority + "/")
			.body(new Note(true, "History: under RFC 2616 this resource would be had through the proxy that Location "
					+ "names. The code is deprecated, because anyone on the way could have sent a client to a proxy "
					+ "of theirs (RFC 9110, section 15.4.6): no client should follow it."));
	}

	@GetMapping("/306")
	@Operation(operationId = "readReserved", summary = "Why nothing earns 306; sent only on demand")
	ResponseEntity<Note> reserved(@RequestParam(defaultValue = "false") String emit) {
		Note note = new Note(true,
				"306 was Switch Proxy in a draft of HTTP/1.1. It never became part of HTTP, and is reserved (RFC 9110, "
						+ "section 15.4.7): no condition earns it.");
		if (!"true".equals(emit)) {
			return answer(200).body(note);
		}
		// the one code here that nothing has earned
		return answer(306).header("Statuslab", "on-demand").body(note);
	}

	private static ResponseEntity.BodyBuilder answer(int status) {
		return ResponseEntity.status(status)
			.cacheControl(CacheControl.noStore())
			.contentType(MediaType.APPLICATION_JSON);
	}

	/**
	 * What a code of the past was for.
	 *
	 * @param historical that it is of the past
	 * @param note what there is to know
	 */
	record Note(boolean historical, String note) {
	}

}

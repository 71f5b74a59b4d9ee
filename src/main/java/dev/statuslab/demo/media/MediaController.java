package dev.statuslab.demo.media;

import java.io.IOException;
import java.util.Collections;
import java.util.List;

import dev.statuslab.http.Links;
import dev.statuslab.http.Preconditions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Media of known octets, whole or in part (RFC 9110 §14). */
@RestController
@RequestMapping("/demo/media")
@Tag(name = "Media: ranges")
class MediaController {

	@GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(operationId = "listMedia", summary = "List the media, with their lengths")
	ResponseEntity<List<Entry>> list(Links links) {
		List<Entry> entries = Medium.all()
			.stream()
			.map((medium) -> new Entry(medium.name(), medium.mediaType(), medium.plain().octets().length,
					links.path("/demo/media/" + medium.name())))
			.toList();
		return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(entries);
	}

	/**
	 * Preconditions first, then ranges (RFC 9110 §13.2.2). Written here, and not by
	 * Spring: it would evaluate the preconditions once more, and give a type to a part
	 * that is to have none.
	 */
	@GetMapping("/{name}")
	@Operation(operationId = "getMedium", summary = "Read a medium, or ranges of it")
	void get(@PathVariable("name") String name, HttpServletRequest request, HttpServletResponse response,
			Preconditions preconditions) throws IOException {
		Medium medium = Medium.find(name);
		Variant variant = medium.select(Collections.list(request.getHeaders(HttpHeaders.ACCEPT_ENCODING)));
		MediaAnswers answers = new MediaAnswers(medium, variant);
		MediaAnswer answer = switch (preconditions.evaluate(request.getMethod(), variant.validators())) {
			case FAILED -> throw Preconditions.failed(variant.validators());
			case NOT_MODIFIED -> answers.notModified();
			case PROCEED -> answers.content(request.getMethod(), preconditions);
		};
		answer.write(response);
	}

	/**
	 * A line of the list.
	 *
	 * @param name the last segment of the address
	 * @param mediaType its media type
	 * @param length octets without a content coding
	 * @param address where it is
	 */
	record Entry(String name, String mediaType, int length, String address) {
	}

}

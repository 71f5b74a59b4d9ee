package dev.statuslab.demo.form;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;

import dev.statuslab.http.Negotiation;
import dev.statuslab.http.Preconditions;
import dev.statuslab.http.Validators;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * A guest book. Whoever has signed may want to sign again: 205 tells the client to reset
 * the form that it sent, and nothing else is there to show (RFC 9110 §15.3.6).
 */
@RestController
@RequestMapping("/demo/guestbook")
@Tag(name = "Forms: a guest book")
class GuestbookController {

	private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

	private final Guestbook book;

	private final JsonMapper json;

	private final InstantSource clock = InstantSource.system();

	GuestbookController(Guestbook book, JsonMapper json) {
		this.book = book;
		this.json = json;
	}

	@PostMapping(consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
	@Operation(operationId = "signGuestbook", summary = "Sign, and have the form cleared")
	ResponseEntity<Void> sign(@RequestBody MultiValueMap<String, String> form, Preconditions preconditions) {
		GuestbookEntry entry = GuestbookEntry.of(form, this.clock.instant().truncatedTo(ChronoUnit.MILLIS));
		preconditions.requireForWrite("POST", Validators.UNKNOWN);
		this.book.sign(entry);
		return ResponseEntity.status(HttpStatus.RESET_CONTENT).cacheControl(CacheControl.noStore()).build();
	}

	@GetMapping
	@Operation(operationId = "readGuestbook", summary = "Read the latest entries, as JSON or as a page with the form")
	ResponseEntity<byte[]> read(HttpServletRequest request) {
		List<GuestbookEntry> entries = this.book.latest();
		boolean page = Negotiation
			.mediaType(Collections.list(request.getHeaders(HttpHeaders.ACCEPT)),
					List.of(MediaType.APPLICATION_JSON_VALUE, MediaType.TEXT_HTML_VALUE))
			.filter(MediaType.TEXT_HTML_VALUE::equals)
			.isPresent();
		return ResponseEntity.ok()
			.cacheControl(CacheControl.noStore())
			.header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
			.contentType(page ? HTML : MediaType.APPLICATION_JSON)
			.body(page ? GuestbookPage.of(entries).getBytes(StandardCharsets.UTF_8)
					: this.json.writeValueAsBytes(entries));
	}

}

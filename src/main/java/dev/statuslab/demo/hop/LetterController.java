package dev.statuslab.demo.hop;

import java.nio.charset.StandardCharsets;

import dev.statuslab.http.Preconditions;
import dev.statuslab.http.ProblemException;
import dev.statuslab.http.Representation;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Two letters with the same words: a proxy may transform the open one, and must not
 * transform the sealed one (RFC 9110 §7.7).
 */
@Tag(name = "Hops: a forward proxy and a captive portal")
@RestController
@RequestMapping("/demo/letters/{letter}")
class LetterController {

	private static final Representation LETTER = Representation.of("""
			<!DOCTYPE html>
			<html lang="en">
			    <!-- A data saver takes out this comment, and the white space that no reader sees. -->
			    <head>
			        <meta charset="utf-8">
			        <title>A letter</title>
			    </head>
			    <body>
			        <p>
			            Dear reader,
			        </p>
			        <p>
			            if this line stands alone, you have every octet that I wrote.
			        </p>
			    </body>
			</html>
			""".getBytes(StandardCharsets.UTF_8), "text/html;charset=utf-8", "en");

	@GetMapping
	@Operation(operationId = "readLetter", summary = "Read a letter, open or sealed against transformation")
	ResponseEntity<byte[]> read(@PathVariable String letter, HttpServletRequest request, Preconditions preconditions) {
		HttpHeaders fields = new HttpHeaders();
		fields.set(HttpHeaders.CACHE_CONTROL, directives(letter));
		fields.setETag(String.valueOf(LETTER.validators().entityTag()));
		return switch (preconditions.evaluate(request.getMethod(), LETTER.validators())) {
			case FAILED -> throw Preconditions.failed(LETTER.validators());
			case NOT_MODIFIED -> new ResponseEntity<>(fields, HttpStatus.NOT_MODIFIED);
			case PROCEED -> ResponseEntity.ok()
				.headers(fields)
				.header(HttpHeaders.CONTENT_TYPE, LETTER.mediaType())
				.header(HttpHeaders.CONTENT_LANGUAGE, LETTER.language())
				.body(LETTER.octets());
		};
	}

	private static String directives(String letter) {
		return switch (letter) {
			case "open" -> "no-cache";
			case "sealed" -> "no-cache, no-transform";
			default -> throw new ProblemException(404, "There are two letters.").with("allowed",
					new String[] { "open", "sealed" });
		};
	}

}

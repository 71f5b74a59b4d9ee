package dev.statuslab.demo.redirect;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;

import dev.statuslab.http.EntityTag;
import dev.statuslab.http.Negotiation;
import dev.statuslab.http.Preconditions;
import dev.statuslab.http.Preconditions.Verdict;
import dev.statuslab.http.RedirectNote;
import dev.statuslab.http.Validators;
import jakarta.servlet.http.HttpServletRequest;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The three answers of this family: a redirect, a fixed resource, what has arrived. */
@Component
class Answers {

	private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

	private final JsonMapper json;

	Answers(JsonMapper json) {
		this.json = json;
	}

	/**
	 * A redirect, with a note for those who don't follow it. No cache may keep it: a 301
	 * or 308 would outlive the lesson.
	 */
	ResponseEntity<byte[]> redirect(RedirectStatus status, String location, HttpServletRequest request) {
		RedirectNote note = RedirectNote.of(status.code(), location);
		boolean page = MediaType.TEXT_HTML_VALUE
			.equals(preferred(request, MediaType.APPLICATION_JSON_VALUE, MediaType.TEXT_HTML_VALUE));
		byte[] content = page ? note.html().getBytes(StandardCharsets.UTF_8) : this.json.writeValueAsBytes(note);
		return ResponseEntity.status(status.code())
			.header(HttpHeaders.LOCATION, location)
			.cacheControl(CacheControl.noStore())
			.contentType(page ? HTML : MediaType.APPLICATION_JSON)
			.body(content);
	}

	/** A resource with validators, under the request's preconditions. */
	ResponseEntity<byte[]> resource(Object value, HttpServletRequest request, Preconditions preconditions) {
		byte[] content = this.json.writeValueAsBytes(value);
		Validators validators = Validators.of(EntityTag.of(content), null);
		Verdict verdict = preconditions.evaluate(request.getMethod(), validators);
		if (verdict == Verdict.FAILED) {
			throw Preconditions.failed(validators);
		}
		ResponseEntity.BodyBuilder answer = ResponseEntity.status((verdict == Verdict.NOT_MODIFIED) ? 304 : 200)
			.eTag(String.valueOf(validators.entityTag()))
			.cacheControl(CacheControl.noCache());
		return (verdict == Verdict.NOT_MODIFIED) ? answer.build()
				: answer.contentType(MediaType.APPLICATION_JSON).body(content);
	}

	/** What is made for this one request, and of no use to another. */
	ResponseEntity<byte[]> once(Object value, HttpServletRequest request, Preconditions preconditions) {
		preconditions.requireForWrite(request.getMethod(), Validators.UNKNOWN);
		return ResponseEntity.ok()
			.cacheControl(CacheControl.noStore())
			.contentType(MediaType.APPLICATION_JSON)
			.body(this.json.writeValueAsBytes(value));
	}

	/** The offered type that the request prefers; the first where it wants none. */
	static String preferred(HttpServletRequest request, String... offered) {
		List<String> accept = Collections.list(request.getHeaders(HttpHeaders.ACCEPT));
		return Negotiation.mediaType(accept, List.of(offered)).orElse(offered[0]);
	}

}

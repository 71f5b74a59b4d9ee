package dev.statuslab.demo.media;

import java.util.List;

import dev.statuslab.http.ByteRanges;
import dev.statuslab.http.HttpDates;
import dev.statuslab.http.Preconditions;
import dev.statuslab.http.ProblemException;
import dev.statuslab.http.RangedContent;
import dev.statuslab.http.Selection;

import org.springframework.http.HttpHeaders;

/**
 * Writes the answers about one variant of a medium.
 *
 * @param medium what was asked for
 * @param variant the selected representation
 */
record MediaAnswers(Medium medium, Variant variant) {

	MediaAnswer notModified() {
		return new MediaAnswer(304, always(), new byte[0]);
	}

	/**
	 * All of it, or some.
	 * @param method the request method
	 * @param preconditions the request's, which have let it pass
	 * @return 200 or 206
	 * @throws ProblemException 416 if no range can be satisfied
	 */
	MediaAnswer content(String method, Preconditions preconditions) {
		RangedContent content = ranged(method, preconditions.range(this.variant.validators()));
		HttpHeaders fields = always();
		fields.set(HttpHeaders.ACCEPT_RANGES, ByteRanges.UNIT);
		if (content.contentRange() != null) {
			fields.set(ByteRanges.CONTENT_RANGE, content.contentRange());
		}
		if (content.status() == 200 || !preconditions.hasIfRange()) {
			describe(fields);
		}
		// the parts of a multipart 206 are not told from each other without its type
		if (content.contentRange() == null || !preconditions.hasIfRange()) {
			fields.set(HttpHeaders.CONTENT_TYPE, content.mediaType());
		}
		fields.setContentLength(content.octets().length);
		return new MediaAnswer(content.status(), fields, content.octets());
	}

	private RangedContent ranged(String method, List<String> range) {
		Selection selection = ByteRanges.select(method, range, this.variant.octets().length);
		// RFC 9110 §14.2: Range may be ignored. Content-Encoding would stand beside
		// multipart/byteranges, and clients would take the multipart for coded.
		boolean severalOfCoded = this.variant.coding() != null && selection instanceof Selection.Parts parts
				&& parts.ranges().size() > 1;
		try {
			return RangedContent.of(severalOfCoded ? new Selection.Whole() : selection, this.variant.octets(),
					this.medium.mediaType());
		}
		catch (ProblemException unsatisfiable) {
			throw this.medium.negotiated() ? unsatisfiable.field(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
					: unsatisfiable;
		}
	}

	/** What 200, 206 and 304 have in common (RFC 9110 §15.3.7, §15.4.5). */
	private HttpHeaders always() {
		HttpHeaders fields = new HttpHeaders();
		fields.setETag(this.variant.entityTag().toString());
		fields.setCacheControl("no-cache");
		if (this.medium.negotiated()) {
			fields.set(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
		}
		return fields;
	}

	/** What a client knows already that sends If-Range (RFC 9110 §15.3.7). */
	private void describe(HttpHeaders fields) {
		fields.set(HttpHeaders.LAST_MODIFIED, HttpDates.format(Medium.LAST_MODIFIED));
		if (this.medium.language() != null) {
			fields.set(HttpHeaders.CONTENT_LANGUAGE, this.medium.language());
		}
		if (this.variant.coding() != null) {
			fields.set(HttpHeaders.CONTENT_ENCODING, this.variant.coding());
		}
	}

}

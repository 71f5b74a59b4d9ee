package dev.statuslab.demo.resumable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import dev.statuslab.http.StructuredItem;
import jakarta.servlet.http.HttpServletRequest;

/**
 * What the head of a request says of an upload. A field with another value than the draft
 * gives it counts as absent (§4.1).
 *
 * @param complete whether the content is the end of the representation
 * @param offset where in the representation the content begins
 * @param length octets of the whole representation, by Upload-Length
 * @param contentLength octets of the content, if that is told
 * @param interop whether the client speaks this version of the draft
 */
record UploadHead(Optional<Boolean> complete, OptionalLong offset, OptionalLong length, OptionalLong contentLength,
		boolean interop) {

	static final String COMPLETE = "Upload-Complete";

	static final String OFFSET = "Upload-Offset";

	static final String LENGTH = "Upload-Length";

	static final String LIMIT = "Upload-Limit";

	static final String INTEROP = "Upload-Draft-Interop-Version";

	/** The version of the draft's messages; it is raised when they change. */
	static final String INTEROP_VERSION = "8";

	static UploadHead of(HttpServletRequest request) {
		long content = request.getContentLengthLong();
		OptionalLong version = StructuredItem.count(lines(request, INTEROP));
		return new UploadHead(StructuredItem.bool(lines(request, COMPLETE)),
				StructuredItem.count(lines(request, OFFSET)), StructuredItem.count(lines(request, LENGTH)),
				(content >= 0) ? OptionalLong.of(content) : OptionalLong.empty(),
				version.isPresent() && version.getAsLong() == Long.parseLong(INTEROP_VERSION));
	}

	private static List<String> lines(HttpServletRequest request, String name) {
		return new ArrayList<>(Collections.list(request.getHeaders(name)));
	}

	/**
	 * Whether an upload resource serves this request: where it is announced, or where
	 * more requests are to follow.
	 */
	boolean wantsResource() {
		return this.complete.isPresent() && (this.interop || !this.complete.get());
	}

	boolean isComplete() {
		return this.complete.orElse(true);
	}

	/**
	 * All that the request says of the length of the representation.
	 * @param offset where its content begins
	 * @return one length, or several that differ
	 */
	List<Long> lengths(long offset) {
		List<Long> lengths = new ArrayList<>(2);
		this.length.ifPresent(lengths::add);
		if (this.complete.orElse(false) && this.contentLength.isPresent()) {
			lengths.add(offset + this.contentLength.getAsLong());
		}
		return lengths;
	}

}

package dev.statuslab.demo.webdav;

import java.util.List;

import dev.statuslab.http.ProblemException;

/**
 * Ends a request with a precondition or postcondition that was not met (RFC 4918 §16).
 * Who does not ask for a problem detail is told in XML.
 */
final class DavError extends ProblemException {

	private final transient XmlElement condition;

	private DavError(int status, String detail, XmlElement condition) {
		super(status, detail);
		this.condition = condition;
		with("condition", condition.name().getLocalPart());
	}

	/** A condition without more to say about it. */
	static DavError of(int status, String condition, String detail) {
		return new DavError(status, detail, Dav.element(condition));
	}

	/**
	 * A write that a lock forbids.
	 * @param hrefs the roots of the locks whose token is missing, at least one
	 */
	static DavError locked(List<String> hrefs) {
		return new DavError(423, "The resource is locked. Submit the lock's token in If, or wait for its end.",
				hrefs("lock-token-submitted", hrefs));
	}

	/**
	 * A lock that another one forbids.
	 * @param hrefs the roots of the locks in the way
	 */
	static DavError conflictingLock(List<String> hrefs) {
		return new DavError(423, "Another lock is in the way. Wait for its end, or ask its owner.",
				hrefs("no-conflicting-lock", hrefs));
	}

	static DavError noExternalEntities() {
		return of(403, "no-external-entities", "XML with a document type is not taken: it could name entities.");
	}

	static DavError quotaNotExceeded(long available) {
		DavError error = of(507, "quota-not-exceeded",
				"There is not enough room left in this tree. Delete something and try again.");
		error.with("available", Math.max(available, 0)).with("limit", Trees.QUOTA);
		return error;
	}

	static DavError sufficientDiskSpace(int limit) {
		DavError error = of(507, "sufficient-disk-space",
				"There are as many as this tree takes. Delete something and try again.");
		error.with("limit", limit);
		return error;
	}

	private static XmlElement hrefs(String condition, List<String> hrefs) {
		return Dav.element(condition, hrefs.stream().distinct().map((href) -> Dav.text("href", href)).toList());
	}

	/** The condition as an element. */
	XmlElement condition() {
		return this.condition;
	}

}

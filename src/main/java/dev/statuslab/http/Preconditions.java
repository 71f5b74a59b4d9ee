package dev.statuslab.http;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * The conditional fields of one request, and their evaluation in the order of RFC 9110
 * §13.2.2. The caller sees to §13.2.1: preconditions count only where the request without
 * them would be answered by a 2xx or 412.
 */
public final class Preconditions {

	private static final Set<String> WITHOUT_PRECONDITIONS = Set.of("CONNECT", "OPTIONS", "TRACE");

	private final List<String> ifMatch;

	private final List<String> ifNoneMatch;

	private final List<String> ifModifiedSince;

	private final List<String> ifUnmodifiedSince;

	private final List<String> ifRange;

	private final List<String> range;

	private Preconditions(Function<String, List<String>> fields) {
		this.ifMatch = fields.apply("If-Match");
		this.ifNoneMatch = fields.apply("If-None-Match");
		this.ifModifiedSince = fields.apply("If-Modified-Since");
		this.ifUnmodifiedSince = fields.apply("If-Unmodified-Since");
		this.ifRange = fields.apply("If-Range");
		this.range = fields.apply(ByteRanges.FIELD);
	}

	/**
	 * Takes the conditional fields out of a request.
	 * @param fields gives the lines of the named field, an empty list where it is absent
	 * @return the preconditions
	 */
	public static Preconditions of(Function<String, List<String>> fields) {
		return new Preconditions(fields);
	}

	/**
	 * Whether the request protects a write against lost updates (RFC 6585 §3): it carries
	 * If-Match, If-None-Match, or an If-Unmodified-Since that is not to be ignored.
	 * @return whether there is such a field
	 */
	public boolean guardWrites() {
		return !this.ifMatch.isEmpty() || !this.ifNoneMatch.isEmpty() || date(this.ifUnmodifiedSince).isPresent();
	}

	/**
	 * Evaluates the preconditions (RFC 9110 §13.2.2). Methods that neither select nor
	 * change a representation have none (RFC 9110 §13.2.1).
	 * @param method the request method
	 * @param current the state of the target before the method acts
	 * @return what to do
	 */
	public Verdict evaluate(String method, Validators current) {
		if (WITHOUT_PRECONDITIONS.contains(method)) {
			return Verdict.PROCEED;
		}
		boolean retrieval = "GET".equals(method) || "HEAD".equals(method);
		if (!this.ifMatch.isEmpty()) {
			if (!matches(this.ifMatch, current, EntityTag::matchesStrongly)) {
				return Verdict.FAILED;
			}
		}
		else if (modifiedSince(this.ifUnmodifiedSince, current).orElse(false)) {
			return Verdict.FAILED;
		}
		if (!this.ifNoneMatch.isEmpty()) {
			if (matches(this.ifNoneMatch, current, EntityTag::matchesWeakly)) {
				return retrieval ? Verdict.NOT_MODIFIED : Verdict.FAILED;
			}
		}
		else if (retrieval && !modifiedSince(this.ifModifiedSince, current).orElse(true)) {
			return Verdict.NOT_MODIFIED;
		}
		return Verdict.PROCEED;
	}

	/**
	 * The lines of Range, or none where If-Range is false and Range to be ignored (RFC
	 * 9110 §13.1.5). To be asked last, when {@link #evaluate} says to proceed (RFC 9110
	 * §13.2.2).
	 * @param current the state of the target
	 * @return the lines that count
	 */
	public List<String> range(Validators current) {
		return (this.ifRange.isEmpty() || isUnchanged(current)) ? this.range : List.of();
	}

	/**
	 * Whether the request carries If-Range. The client then has the representation's
	 * metadata already, and a 206 should leave out what it need not repeat (RFC 9110
	 * §15.3.7).
	 * @return whether there is such a field
	 */
	public boolean hasIfRange() {
		return !this.ifRange.isEmpty();
	}

	/**
	 * Evaluates the preconditions of a method that changes the target.
	 * @param method the request method
	 * @param current the state of the target before the method acts
	 * @throws ProblemException 412 if one is false
	 */
	public void requireForWrite(String method, Validators current) {
		if (evaluate(method, current) == Verdict.FAILED) {
			throw failed(current);
		}
	}

	/**
	 * The problem that answers a false precondition.
	 * @param current the state of the target
	 * @return a 412 that tells the current entity tag, if there is one
	 */
	public static ProblemException failed(Validators current) {
		ProblemException problem = new ProblemException(412,
				current.exists() ? "A precondition of the request is false for the current representation."
						: "A precondition of the request is false: the target has no current representation.");
		EntityTag tag = current.entityTag();
		return (tag != null) ? problem.with("currentEntityTag", tag.toString()).field("ETag", tag.toString()) : problem;
	}

	/**
	 * Whether If-Range tells the current version: by its very tag, if that is strong, or
	 * by its very date, if that is strong. Dates are weak unless the caller knows better,
	 * since one second may see two versions (RFC 9110 §8.8.2.2).
	 */
	private boolean isUnchanged(Validators current) {
		if (this.ifRange.size() != 1) {
			return false;
		}
		EntityTag tag = current.entityTag();
		if (tag != null && !tag.weak() && tag.toString().equals(this.ifRange.get(0).strip())) {
			return true;
		}
		Instant lastModified = current.lastModified();
		return current.strongDate() && lastModified != null
				&& date(this.ifRange).filter(lastModified::equals).isPresent();
	}

	private static boolean matches(List<String> lines, Validators current,
			BiPredicate<EntityTag, EntityTag> comparison) {
		if (lines.size() == 1 && "*".equals(lines.get(0).strip())) {
			return current.exists();
		}
		EntityTag tag = current.entityTag();
		return tag != null && EntityTag.list(lines).stream().anyMatch((candidate) -> comparison.test(candidate, tag));
	}

	/**
	 * Whether the target was modified after the field's date; nothing where the field is
	 * to be ignored: absent, a list, no valid date, or no modification date to compare.
	 */
	private static Optional<Boolean> modifiedSince(List<String> lines, Validators current) {
		Instant lastModified = current.lastModified();
		return (lastModified != null) ? date(lines).map(lastModified::isAfter) : Optional.empty();
	}

	private static Optional<Instant> date(List<String> lines) {
		return (lines.size() == 1) ? HttpDates.parse(lines.get(0)) : Optional.empty();
	}

	/** What a set of preconditions asks for. */
	public enum Verdict {

		/** Perform the method. */
		PROCEED,

		/** Answer 304 (RFC 9110 §15.4.5). */
		NOT_MODIFIED,

		/** Answer 412 (RFC 9110 §15.5.13). */
		FAILED

	}

}

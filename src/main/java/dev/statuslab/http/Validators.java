package dev.statuslab.http;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * What preconditions are evaluated against: whether the target has a current
 * representation, and its validators (RFC 9110 §8.8).
 *
 * @param exists whether there is a current representation
 * @param entityTag its entity tag, if it has one
 * @param lastModified when it was last modified, in whole seconds, if that is known
 * @param strongDate whether it is known not to have changed twice in that second, so that
 * the date is a strong validator (RFC 9110 §8.8.2.2)
 */
public record Validators(boolean exists, @Nullable EntityTag entityTag, @Nullable Instant lastModified,
		boolean strongDate) {

	/** The target has no current representation. */
	public static final Validators NONE = new Validators(false, null, null);

	/** The target has a current representation, and no validator of it is known. */
	public static final Validators UNKNOWN = new Validators(true, null, null);

	public Validators {
		lastModified = (lastModified != null) ? lastModified.truncatedTo(ChronoUnit.SECONDS) : null;
	}

	/**
	 * Validators whose date is weak, as dates are unless more is known.
	 * @param exists whether there is a current representation
	 * @param entityTag its entity tag, if it has one
	 * @param lastModified when it was last modified, if that is known
	 */
	public Validators(boolean exists, @Nullable EntityTag entityTag, @Nullable Instant lastModified) {
		this(exists, entityTag, lastModified, false);
	}

	/**
	 * The validators of an existing representation.
	 * @param entityTag its entity tag
	 * @param lastModified when it was last modified, if that is known
	 * @return the validators
	 */
	public static Validators of(EntityTag entityTag, @Nullable Instant lastModified) {
		return new Validators(true, entityTag, lastModified);
	}

	/**
	 * What the fields of a response tell of the representation in it. What can't be read
	 * counts as absent.
	 * @param fields gives the lines of the named field, an empty list where it is absent
	 * @return the validators
	 */
	public static Validators told(Function<String, List<String>> fields) {
		List<EntityTag> tags = EntityTag.list(fields.apply("ETag"));
		List<String> dates = fields.apply("Last-Modified");
		return new Validators(true, tags.isEmpty() ? null : tags.get(0),
				(dates.size() == 1) ? HttpDates.parse(dates.get(0)).orElse(null) : null);
	}

	/**
	 * The same validators, of a representation that is known not to have changed twice in
	 * the second of its date: one that never changes, say.
	 * @return validators whose date is strong
	 */
	public Validators withStrongDate() {
		return new Validators(this.exists, this.entityTag, this.lastModified, true);
	}

}

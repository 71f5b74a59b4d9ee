package dev.statuslab.http;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.jspecify.annotations.Nullable;

/**
 * What preconditions are evaluated against: whether the target has a current
 * representation, and its validators (RFC 9110 §8.8).
 *
 * @param exists whether there is a current representation
 * @param entityTag its entity tag, if it has one
 * @param lastModified when it was last modified, in whole seconds, if that is known
 */
public record Validators(boolean exists, @Nullable EntityTag entityTag, @Nullable Instant lastModified) {

	/** The target has no current representation. */
	public static final Validators NONE = new Validators(false, null, null);

	public Validators {
		lastModified = (lastModified != null) ? lastModified.truncatedTo(ChronoUnit.SECONDS) : null;
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

}

package dev.statuslab.demo.media;

import dev.statuslab.http.EntityTag;
import dev.statuslab.http.Gzip;
import dev.statuslab.http.Validators;
import org.jspecify.annotations.Nullable;

/**
 * A representation of a medium, with or without a content coding. Its ranges count the
 * octets as they are here, coded ones too (RFC 9110 §14.1.2).
 *
 * @param octets the representation data
 * @param coding the value of Content-Encoding, if a coding was applied
 * @param entityTag a strong entity tag of these very octets
 */
record Variant(byte[] octets, @Nullable String coding, EntityTag entityTag) {

	static Variant plain(byte[] octets) {
		return new Variant(octets, null, EntityTag.of(octets));
	}

	/**
	 * The same data under the gzip coding. Its tag is made of the coded octets, since
	 * another release of the coder may well write others.
	 * @return the coded variant
	 */
	Variant gzip() {
		byte[] coded = Gzip.code(this.octets);
		return new Variant(coded, Gzip.CODING, EntityTag.of(coded));
	}

	/** The date is a strong validator: what never changes has not changed twice. */
	Validators validators() {
		return Validators.of(this.entityTag, Medium.LAST_MODIFIED).withStrongDate();
	}

}

package dev.statuslab.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * A representation that was rendered once (RFC 9110 §8): its octets and the metadata that
 * travels with them.
 *
 * @param octets the representation data, as it goes on the wire
 * @param mediaType the value of Content-Type
 * @param language the value of Content-Language
 * @param coding the value of Content-Encoding, if a coding was applied
 * @param entityTag a strong entity tag of these octets
 */
public record Representation(byte[] octets, String mediaType, String language, @Nullable String coding,
		EntityTag entityTag) {

	/**
	 * A representation without a content coding.
	 * @param octets the representation data
	 * @param mediaType the value of Content-Type
	 * @param language the value of Content-Language
	 * @return the representation, with a tag made from all of these: the same octets
	 * under another type or language are another representation (RFC 9110 §8.8.1)
	 */
	public static Representation of(byte[] octets, String mediaType, String language) {
		byte[] metadata = (mediaType + '\n' + language + '\n').getBytes(StandardCharsets.UTF_8);
		byte[] whole = Arrays.copyOf(metadata, metadata.length + octets.length);
		System.arraycopy(octets, 0, whole, metadata.length, octets.length);
		return new Representation(octets, mediaType, language, null, EntityTag.of(whole));
	}

	/**
	 * The same representation under the gzip coding, with an entity tag of its own.
	 * @return the coded representation
	 */
	public Representation gzip() {
		return new Representation(Gzip.code(this.octets), this.mediaType, this.language, Gzip.CODING,
				this.entityTag.coded(Gzip.CODING));
	}

	/**
	 * What preconditions on this representation are evaluated against.
	 * @return its validators
	 */
	public Validators validators() {
		return Validators.of(this.entityTag, null);
	}

}

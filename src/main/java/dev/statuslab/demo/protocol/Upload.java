package dev.statuslab.demo.protocol;

import java.time.Instant;

import dev.statuslab.http.EntityTag;
import dev.statuslab.http.Validators;

/**
 * What was uploaded.
 *
 * @param octets the content, as it came
 * @param mediaType its media type
 * @param entityTag a strong entity tag of both
 * @param received when it was complete
 */
record Upload(byte[] octets, String mediaType, EntityTag entityTag, Instant received) {

	static Upload of(byte[] octets, String mediaType, Instant received) {
		EntityTag tag = EntityTag.of(mediaType + '\n' + EntityTag.of(octets).opaque());
		return new Upload(octets, mediaType, tag, received);
	}

	Validators validators() {
		return Validators.of(this.entityTag, this.received);
	}

}

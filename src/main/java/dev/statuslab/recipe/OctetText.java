package dev.statuslab.recipe;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

import org.jspecify.annotations.Nullable;

/**
 * Octets as JSON can hold them.
 *
 * @param text the octets as UTF-8, if they are it
 * @param encoding {@code base64} if they are not
 */
record OctetText(String text, @Nullable String encoding) {

	static OctetText of(byte[] octets) {
		try {
			return new OctetText(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets)).toString(), null);
		}
		catch (CharacterCodingException ex) {
			return new OctetText(Base64.getEncoder().encodeToString(octets), "base64");
		}
	}

}

package dev.statuslab.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An entity tag: an opaque validator that tells one version of a representation from
 * another (RFC 9110 §8.8.3).
 *
 * @param weak whether the tag carries the {@code W/} prefix
 * @param opaque the characters between the quotes
 */
public record EntityTag(boolean weak, String opaque) {

	private static final String CHARACTERS = "[\\x21\\x23-\\x7E\\x80-\\xFF]*";

	private static final Pattern TAG = Pattern.compile("(W/)?\"(" + CHARACTERS + ")\"");

	private static final Pattern MEMBER = Pattern
		.compile("[ \\t,]*(?:(W/)?\"(" + CHARACTERS + ")\"|[^,]+)[ \\t]*(?:,|$)");

	private static final int DIGEST_OCTETS = 12;

	public EntityTag {
		if (!opaque.matches(CHARACTERS)) {
			throw new IllegalArgumentException("An entity tag holds no quote, space or control character: " + opaque);
		}
	}

	/**
	 * A strong tag with the given opaque characters.
	 * @param opaque the characters between the quotes
	 * @return the tag
	 * @throws IllegalArgumentException if a character is not allowed in an entity tag
	 */
	public static EntityTag strong(String opaque) {
		return new EntityTag(false, opaque);
	}

	/**
	 * A strong tag derived from the octets that it stands for.
	 * @param octets the representation data
	 * @return the same tag for the same octets
	 */
	public static EntityTag of(byte[] octets) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(octets);
			return strong(HexFormat.of().formatHex(digest, 0, DIGEST_OCTETS));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * A strong tag derived from text, such as a version's serial form.
	 * @param text what the tag stands for
	 * @return the same tag for the same text
	 */
	public static EntityTag of(String text) {
		return of(text.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * The tags of a list-valued field. Members that are not entity tags match nothing and
	 * are left out, and so is {@code *}.
	 * @param lines the field's lines, in the order received
	 * @return the tags
	 */
	public static List<EntityTag> list(List<String> lines) {
		List<EntityTag> tags = new ArrayList<>();
		for (String line : lines) {
			Matcher member = MEMBER.matcher(line);
			while (member.lookingAt()) {
				if (member.group(2) != null) {
					tags.add(new EntityTag(member.group(1) != null, member.group(2)));
				}
				member.region(member.end(), line.length());
			}
		}
		return tags;
	}

	/**
	 * The same tag for another content coding of the same representation, which needs a
	 * tag of its own (RFC 9110 §8.8.3.3).
	 * @param coding the content coding, such as {@code gzip}
	 * @return the coded representation's tag
	 */
	public EntityTag coded(String coding) {
		return new EntityTag(this.weak, this.opaque + "-" + coding);
	}

	/**
	 * Strong comparison (RFC 9110 §8.8.3.2): both are strong and their characters are the
	 * same.
	 * @param other the tag to compare with
	 * @return whether the two stand for the same octets
	 */
	public boolean matchesStrongly(EntityTag other) {
		return !this.weak && !other.weak && this.opaque.equals(other.opaque);
	}

	/**
	 * Weak comparison (RFC 9110 §8.8.3.2): the characters are the same, weak or not.
	 * @param other the tag to compare with
	 * @return whether the two stand for equivalent representations
	 */
	public boolean matchesWeakly(EntityTag other) {
		return this.opaque.equals(other.opaque);
	}

	/**
	 * Reads one tag.
	 * @param text a field value, such as {@code W/"3"}
	 * @return the tag
	 * @throws IllegalArgumentException if the text is not an entity tag
	 */
	public static EntityTag parse(String text) {
		Matcher matcher = TAG.matcher(text.strip());
		if (!matcher.matches()) {
			throw new IllegalArgumentException("Not an entity tag (expected quotes, as in \"abc\"): " + text);
		}
		return new EntityTag(matcher.group(1) != null, matcher.group(2));
	}

	/** The tag as it stands in a field: {@code "abc"} or {@code W/"abc"}. */
	@Override
	public String toString() {
		return (this.weak ? "W/\"" : "\"") + this.opaque + "\"";
	}

}

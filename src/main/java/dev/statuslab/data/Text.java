package dev.statuslab.data;

import java.util.regex.Pattern;

/**
 * A text in every language that is spoken here.
 *
 * @param en the English text
 * @param ko the Korean text
 */
public record Text(String en, String ko) {

	private static final Pattern HANGUL = Pattern.compile("\\p{IsHangul}");

	public Text {
		en = InvalidEntryException.written("en", en);
		ko = InvalidEntryException.written("ko", ko);
		if (HANGUL.matcher(en).find()) {
			throw new InvalidEntryException("en", "is not English");
		}
		if (!HANGUL.matcher(ko).find()) {
			throw new InvalidEntryException("ko", "is not Korean");
		}
	}

	/**
	 * The text in one language.
	 * @param language the language
	 * @return never empty
	 */
	public String in(Language language) {
		return (language == Language.KO) ? this.ko : this.en;
	}

}

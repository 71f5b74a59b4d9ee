package dev.statuslab.data;

import java.util.Locale;

/** The languages that are spoken here. */
public enum Language {

	/** English, the default. */
	EN,

	/** Korean. */
	KO;

	/**
	 * The language of a locale.
	 * @param locale any locale
	 * @return Korean for a Korean locale, else English
	 */
	public static Language of(Locale locale) {
		return "ko".equals(locale.getLanguage()) ? KO : EN;
	}

	/**
	 * The language tag (RFC 5646), as in Content-Language.
	 * @return {@code en} or {@code ko}
	 */
	public String tag() {
		return name().toLowerCase(Locale.ROOT);
	}

}

package dev.statuslab.recipe;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

import dev.statuslab.data.Language;
import org.jspecify.annotations.Nullable;

/**
 * A wording of the message files, around values that are the same in each language; or
 * such a value alone.
 *
 * @param key the message's key, without {@code check.}; none for a value alone
 * @param values the values
 */
public record Wording(@Nullable String key, List<String> values) {

	private static final Map<Language, ResourceBundle> MESSAGES = Map.of(Language.EN, messages(Locale.ROOT),
			Language.KO, messages(Locale.KOREAN));

	static Wording of(String key, String... values) {
		return new Wording(key, List.of(values));
	}

	/** What is said as it is. */
	static Wording verbatim(String value) {
		return new Wording(null, List.of(value));
	}

	/**
	 * The wording in one language.
	 * @param language the language
	 * @return the text
	 */
	public String in(Language language) {
		if (this.key == null) {
			return this.values.get(0);
		}
		return new MessageFormat(MESSAGES.get(language).getString("check." + this.key), Locale.ROOT)
			.format(this.values.toArray());
	}

	/** English is the default everywhere, on a Korean machine too. */
	private static ResourceBundle messages(Locale locale) {
		return ResourceBundle.getBundle("messages", locale, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
	}

}

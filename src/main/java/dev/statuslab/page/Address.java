package dev.statuslab.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * Where a page is, for those who keep its address: search engines, and other sites that
 * link to it.
 *
 * @param canonical the address of this very page (RFC 6596): with its language, if that
 * was asked for, and never with a format
 * @param neutral the address whose language is negotiated
 * @param prefix the neutral address, ready for another parameter
 */
record Address(String canonical, String neutral, String prefix) {

	static Address of(String path, Map<String, List<String>> parameters) {
		String prefix = path + queryWithoutVariant(parameters);
		String neutral = prefix.substring(0, prefix.length() - 1);
		List<String> language = parameters.getOrDefault("lang", List.of());
		return new Address(language.isEmpty() ? neutral : prefix + "lang=" + encode(language.get(0)), neutral, prefix);
	}

	/** The address of the page in one language. */
	public String in(String language) {
		return this.prefix + "lang=" + language;
	}

	/** The beginning of a query to which a language or a format can be added. */
	static String queryWithoutVariant(Map<String, List<String>> parameters) {
		StringBuilder query = new StringBuilder("?");
		parameters.forEach((name, values) -> {
			if (!name.equals("lang") && !name.equals("format")) {
				values.forEach((value) -> query.append(encode(name)).append('=').append(encode(value)).append('&'));
			}
		});
		return query.toString();
	}

	private static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}

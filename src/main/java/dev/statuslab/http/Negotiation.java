package dev.statuslab.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Proactive negotiation (RFC 9110 §12.5): which of the offered media types, languages and
 * codings a request's fields prefer. Members that can't be read are passed over.
 */
public final class Negotiation {

	private static final Pattern COMMA = Pattern.compile(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");

	private static final Pattern SEMICOLON = Pattern.compile(";(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");

	private static final Pattern QVALUE = Pattern.compile("0(?:\\.\\d{0,3})?|1(?:\\.0{0,3})?");

	private Negotiation() {
	}

	/**
	 * Chooses a media type (RFC 9110 §12.5.1): the most specific range that fits gives
	 * each offer its weight; of equal weights the first offered wins.
	 * @param accept the lines of Accept; none means that anything will do
	 * @param offered full media types, without parameters, in order of the server's
	 * preference
	 * @return the chosen one, or nothing if none is acceptable
	 */
	public static Optional<String> mediaType(List<String> accept, List<String> offered) {
		List<Member> ranges = members(accept);
		if (ranges.isEmpty()) {
			return Optional.of(offered.get(0));
		}
		return best(offered, (type) -> {
			String family = type.substring(0, type.indexOf('/')) + "/*";
			return weight(ranges, List.of(type, family, "*/*"));
		});
	}

	/**
	 * Chooses a language (RFC 9110 §12.5.4) by lookup: {@code ko-KR} is served by
	 * {@code ko}.
	 * @param acceptLanguage the lines of Accept-Language
	 * @param offered primary language subtags, in order of the server's preference
	 * @return the chosen one; the first offered where none fits
	 */
	public static String language(List<String> acceptLanguage, List<String> offered) {
		List<Member> ranges = members(acceptLanguage).stream()
			.map((range) -> new Member(range.value().replaceFirst("-.*", ""), range.weight()))
			.toList();
		if (ranges.isEmpty()) {
			return offered.get(0);
		}
		return best(offered, (language) -> weight(ranges, List.of(language, "*"))).orElse(offered.get(0));
	}

	/**
	 * Whether a content coding may be used (RFC 9110 §12.5.3). Without the field none is,
	 * which is always allowed.
	 * @param acceptEncoding the lines of Accept-Encoding
	 * @param coding the content coding, such as {@code gzip}
	 * @return whether the client asked for it
	 */
	public static boolean accepts(List<String> acceptEncoding, String coding) {
		List<Member> codings = members(acceptEncoding);
		return !codings.isEmpty() && weight(codings, List.of(coding, "*")) > 0;
	}

	private static Optional<String> best(List<String> offered, java.util.function.ToDoubleFunction<String> weigher) {
		String best = null;
		double bestWeight = 0;
		for (String offer : offered) {
			double weight = weigher.applyAsDouble(offer);
			if (weight > bestWeight) {
				best = offer;
				bestWeight = weight;
			}
		}
		return Optional.ofNullable(best);
	}

	private static double weight(List<Member> members, List<String> fromSpecificToGeneral) {
		for (String candidate : fromSpecificToGeneral) {
			double weight = -1;
			for (Member member : members) {
				if (member.value().equals(candidate)) {
					weight = Math.max(weight, member.weight());
				}
			}
			if (weight >= 0) {
				return weight;
			}
		}
		return 0;
	}

	private static List<Member> members(List<String> lines) {
		List<Member> members = new ArrayList<>();
		for (String line : lines) {
			for (String element : COMMA.split(line)) {
				String[] parts = SEMICOLON.split(element);
				String value = parts[0].strip().toLowerCase(Locale.ROOT);
				double weight = 1;
				for (int i = 1; i < parts.length && weight >= 0; i++) {
					weight = weight(parts[i].strip(), weight);
				}
				if (!value.isEmpty() && weight >= 0) {
					members.add(new Member(value, weight));
				}
			}
		}
		return members;
	}

	private static double weight(String parameter, double otherwise) {
		if (!parameter.regionMatches(true, 0, "q=", 0, 2)) {
			return otherwise;
		}
		String qvalue = parameter.substring(2);
		return QVALUE.matcher(qvalue).matches() ? Double.parseDouble(qvalue) : -1;
	}

	private record Member(String value, double weight) {
	}

}

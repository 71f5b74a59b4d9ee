package dev.statuslab.http;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;

/**
 * Proactive negotiation (RFC 9110 §12.5): which of the offered media types, languages and
 * codings a request's fields prefer. Members that can't be read are passed over.
 */
public final class Negotiation {

	private static final String TOKEN = "[\\w!#$%&'+.^`|~-]+";

	private static final Predicate<String> MEDIA_RANGE = Pattern
		.compile("\\*|\\*/\\*|%1$s/(?:\\*|%1$s)".formatted(TOKEN))
		.asMatchPredicate();

	private static final Predicate<String> LANGUAGE_RANGE = Pattern.compile("\\*|[a-z]{1,8}(?:-[a-z0-9]{1,8})*")
		.asMatchPredicate();

	private static final Predicate<String> CODING = Pattern.compile("\\*|" + TOKEN).asMatchPredicate();

	private Negotiation() {
	}

	/**
	 * Chooses a media type (RFC 9110 §12.5.1): the most specific range that fits gives
	 * each offer its weight; of equal weights the first offered wins. A range with
	 * parameters that the offers don't have fits none of them, but is taken for the type
	 * itself before nothing is served at all. {@code charset=utf-8} is no difference.
	 * @param accept the lines of Accept; none means that anything will do
	 * @param offered full media types, without parameters, in order of the server's
	 * preference
	 * @return the chosen one, or nothing if none is acceptable
	 */
	public static Optional<String> mediaType(List<String> accept, List<String> offered) {
		List<Member> ranges = members(accept, MEDIA_RANGE);
		if (ranges.isEmpty()) {
			return Optional.of(offered.get(0));
		}
		List<Member> plain = ranges.stream().filter((range) -> !range.narrowed()).toList();
		return best(offered, (type) -> weight(plain, exactly(type), family(type), Negotiation::everything))
			.or(() -> best(offered, (type) -> weight(ranges, (range) -> !range.narrowed() && exactly(type).test(range),
					exactly(type), family(type), Negotiation::everything)));
	}

	/**
	 * Chooses a language (RFC 9110 §12.5.4) by lookup: {@code ko-KR} is served by
	 * {@code ko}. Of equal weights the first that the client lists wins, as in RFC 4647
	 * §3.4.
	 * @param acceptLanguage the lines of Accept-Language
	 * @param offered primary language subtags, in order of the server's preference
	 * @return the chosen one; the first offered where none fits
	 */
	public static String language(List<String> acceptLanguage, List<String> offered) {
		if (acceptLanguage.isEmpty()) {
			return offered.get(0);
		}
		List<Member> ranges = members(acceptLanguage, LANGUAGE_RANGE).stream()
			.map((range) -> new Member(range.value().replaceFirst("-.*", ""), range.weight(), false))
			.sorted(Comparator.comparingDouble(Member::weight).reversed())
			.toList();
		List<String> unnamed = offered.stream()
			.filter((language) -> ranges.stream().noneMatch(exactly(language)))
			.toList();
		return ranges.stream()
			.filter((range) -> range.weight() > 0)
			.flatMap((range) -> "*".equals(range.value()) ? unnamed.stream()
					: offered.stream().filter(range.value()::equals))
			.findFirst()
			.orElse(offered.get(0));
	}

	/**
	 * Whether a content coding may be used (RFC 9110 §12.5.3). Without the field none is,
	 * which is always allowed.
	 * @param acceptEncoding the lines of Accept-Encoding
	 * @param coding the content coding, such as {@code gzip}
	 * @return whether the client asked for it, and not for the plain octets rather
	 */
	public static boolean accepts(List<String> acceptEncoding, String coding) {
		List<Member> codings = members(acceptEncoding, CODING);
		Predicate<Member> same = exactly(coding).or(exactly("x-" + coding)); // §8.4.1.3
		double weight = weight(codings, same, exactly("*"));
		return weight > 0 && weight >= weight(codings, exactly("identity"));
	}

	/**
	 * Whether the plain octets, without any content coding, may be sent (RFC 9110
	 * §12.5.3): they may unless {@code identity;q=0} says otherwise, or {@code *;q=0}
	 * where identity is not named.
	 * @param acceptEncoding the lines of Accept-Encoding
	 * @return whether they are not excluded
	 */
	public static boolean acceptsIdentity(List<String> acceptEncoding) {
		List<Member> codings = members(acceptEncoding, CODING);
		boolean named = codings.stream().anyMatch(exactly("identity").or(exactly("*")));
		return !named || weight(codings, exactly("identity"), exactly("*")) > 0;
	}

	/**
	 * The weights of a list of tokens, such as A-IM.
	 * @param lines the field's lines
	 * @return weights by token in lower case, in the order of the list; of a token that
	 * is there twice, the first
	 */
	static Map<String, Double> weights(List<String> lines) {
		Map<String, Double> weights = new LinkedHashMap<>();
		members(lines, CODING).stream()
			.filter((member) -> !member.narrowed())
			.forEach((member) -> weights.putIfAbsent(member.value(), member.weight()));
		return weights;
	}

	private static Optional<String> best(List<String> offered, ToDoubleFunction<String> weigher) {
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

	/** The highest weight among those that fit most specifically; 0 where none fits. */
	@SafeVarargs
	private static double weight(List<Member> members, Predicate<Member>... fromSpecificToGeneral) {
		for (Predicate<Member> fits : fromSpecificToGeneral) {
			OptionalDouble weight = members.stream().filter(fits).mapToDouble(Member::weight).max();
			if (weight.isPresent()) {
				return weight.getAsDouble();
			}
		}
		return 0;
	}

	private static Predicate<Member> exactly(String value) {
		return (member) -> member.value().equals(value);
	}

	private static Predicate<Member> family(String type) {
		return exactly(type.substring(0, type.indexOf('/')) + "/*");
	}

	/** Old Java clients mean {@code *}{@code /*} by a single asterisk. */
	private static boolean everything(Member range) {
		return "*/*".equals(range.value()) || "*".equals(range.value());
	}

	private static List<Member> members(List<String> lines, Predicate<String> syntax) {
		List<Member> members = new ArrayList<>();
		for (String line : lines) {
			for (String element : FieldSyntax.split(line, ',')) {
				Member.parse(element).filter((member) -> syntax.test(member.value())).ifPresent(members::add);
			}
		}
		return members;
	}

	/**
	 * A member of a list with weights.
	 *
	 * @param value the range, in lower case
	 * @param weight its quality value, from 0 to 1
	 * @param narrowed whether it has parameters that none of our representations has
	 */
	private record Member(String value, double weight, boolean narrowed) {

		/** Three decimals at most; old Java clients leave out the zero before them. */
		private static final Pattern QVALUE = Pattern.compile("0(?:\\.\\d{0,3})?|\\.\\d{1,3}|1(?:\\.0{0,3})?");

		private static final Pattern UTF_8 = Pattern.compile("charset=\"?utf-8\"?", Pattern.CASE_INSENSITIVE);

		static Optional<Member> parse(String element) {
			List<String> parts = FieldSyntax.split(element, ';');
			double weight = 1;
			boolean narrowed = false;
			for (String part : parts.subList(1, parts.size())) {
				String parameter = part.strip();
				if (parameter.regionMatches(true, 0, "q=", 0, 2)) {
					String qvalue = parameter.substring(2);
					if (!QVALUE.matcher(qvalue).matches()) {
						return Optional.empty();
					}
					weight = Double.parseDouble(qvalue);
				}
				else {
					narrowed |= !parameter.isEmpty() && !UTF_8.matcher(parameter).matches();
				}
			}
			return Optional.of(new Member(parts.get(0).strip().toLowerCase(Locale.ROOT), weight, narrowed));
		}

	}

}

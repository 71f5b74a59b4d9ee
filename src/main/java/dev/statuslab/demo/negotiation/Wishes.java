package dev.statuslab.demo.negotiation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import dev.statuslab.http.Negotiation;
import dev.statuslab.http.ProblemException;
import dev.statuslab.http.Representation;
import jakarta.servlet.http.HttpServletRequest;

/**
 * What a request would like to have.
 *
 * @param accept the lines of Accept
 * @param acceptLanguage the lines of Accept-Language
 * @param acceptEncoding the lines of Accept-Encoding
 * @param negotiate the directives of Negotiate (RFC 2295 §8.4)
 */
record Wishes(List<String> accept, List<String> acceptLanguage, List<String> acceptEncoding, List<String> negotiate) {

	static Wishes of(HttpServletRequest request) {
		return new Wishes(lines(request, "Accept"), lines(request, "Accept-Language"),
				lines(request, "Accept-Encoding"),
				lines(request, "Negotiate").stream()
					.flatMap((line) -> Stream.of(line.split(",")))
					.map((directive) -> directive.strip().toLowerCase(Locale.ROOT))
					.toList());
	}

	/**
	 * Whether the client negotiates by a list of variants: every directive that is known
	 * implies that, others don't count (RFC 2295 §8.4).
	 */
	boolean transparent() {
		return this.negotiate.stream()
			.anyMatch((directive) -> directive.matches("trans|vlist|guess-small|\\*|\\d{1,4}\\.\\d{1,4}"));
	}

	/**
	 * Whether the server may choose for such a client by an algorithm of its own. Ours
	 * has no version number (RFC 2295 §7), so {@code *} alone allows it.
	 */
	boolean allowAnyAlgorithm() {
		return this.negotiate.contains("*");
	}

	/** The best variant; nothing where Accept excludes every type (RFC 9110 §12.5). */
	Optional<Variant> best() {
		return Negotiation.mediaType(this.accept, Format.types())
			.map((type) -> VariantList.of(Negotiation.language(this.acceptLanguage, Language.tags()), type));
	}

	/**
	 * The best variant, if the request decides its type. It does where the order in which
	 * the server offers the types makes no difference; languages differ in quality, so
	 * that there is always a best one.
	 */
	Optional<Variant> preferred() {
		List<String> backwards = new ArrayList<>(Format.types());
		Collections.reverse(backwards);
		return best().filter((variant) -> Negotiation.mediaType(this.accept, backwards)
			.equals(Optional.of(variant.format().type())));
	}

	/**
	 * Applies the content coding that is asked for.
	 * @param plain the representation without one
	 * @param vary the value of Vary, which a refusal has too
	 * @return the representation to send
	 * @throws ProblemException 406 if there is none: codings that are not ours are passed
	 * over, but a client that excludes identity can't be sent it (RFC 9110 §12.5.3)
	 */
	Representation coded(Representation plain, String vary) {
		if (Negotiation.accepts(this.acceptEncoding, "gzip")) {
			return plain.gzip();
		}
		if (Negotiation.acceptsIdentity(this.acceptEncoding)) {
			return plain;
		}
		throw GreetingProblems.noCoding(vary);
	}

	private static List<String> lines(HttpServletRequest request, String name) {
		return Collections.list(request.getHeaders(name));
	}

}

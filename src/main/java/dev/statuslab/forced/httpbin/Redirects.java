package dev.statuslab.forced.httpbin;

import java.util.Set;

import dev.statuslab.forced.exchange.ForcedRequest;
import dev.statuslab.forced.exchange.ForcedResponse;
import dev.statuslab.http.ProblemException;
import dev.statuslab.http.RedirectNote;
import dev.statuslab.http.TargetGuard;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/** Redirects: chains that end at {@code /get}, and to where the caller says. */
@Component
final class Redirects {

	private static final int LONGEST = 100;

	private static final String END = "/get";

	private static final Set<Integer> AUTOMATIC = Set.of(301, 302, 303, 307, 308);

	private final TargetGuard guard;

	private final JsonMapper json;

	Redirects(TargetGuard guard, JsonMapper json) {
		this.guard = guard;
		this.json = json;
	}

	/**
	 * The first step of a chain.
	 * @param request the request: {@code n}, and {@code absolute} (false) for absolute
	 * references all along
	 * @return the redirect
	 * @throws ProblemException 400 if the chain is no possible one
	 */
	ForcedResponse chain(ForcedRequest request) {
		boolean absolute = request.parameter("absolute")
			.map((text) -> ForcedRequest.flag("absolute", text))
			.orElse(false);
		return absolute ? absolute(request) : relative(request);
	}

	/**
	 * A step by a relative reference.
	 * @param request the request: {@code n}, how many redirects there are from here
	 * @return the redirect
	 * @throws ProblemException 400 if the chain is no possible one
	 */
	ForcedResponse relative(ForcedRequest request) {
		return redirect(302, request.links().path(next("/relative-redirect/", request)));
	}

	/**
	 * A step by an absolute reference.
	 * @param request the request: {@code n}, how many redirects there are from here
	 * @return the redirect
	 * @throws ProblemException 400 if the chain is no possible one
	 */
	ForcedResponse absolute(ForcedRequest request) {
		return redirect(302, request.links().absolute(next("/absolute-redirect/", request)));
	}

	/**
	 * A redirect to where the caller says. The parameters stand in the query or in a
	 * form; the query comes first.
	 * @param request the request: {@code url}, and {@code status_code} (302)
	 * @return the redirect
	 * @throws ProblemException 400 if a parameter is missing or can't be, 403 if the
	 * reference leads away from this server
	 */
	ForcedResponse to(ForcedRequest request) {
		FormContent form = FormContent.of(request).orElse(FormContent.EMPTY);
		String reference = request.parameter("url")
			.or(() -> form.parameter("url"))
			.filter((text) -> !text.isBlank())
			.orElseThrow(() -> new ProblemException(400, "The parameter url is expected: where to redirect to.")
				.with("parameter", "url"));
		int status = request.parameter("status_code")
			.or(() -> form.parameter("status_code"))
			.map(Redirects::status)
			.orElse(302);
		return redirect(status, this.guard.require(reference, request.links()));
	}

	/** A redirect that no cache may keep: a 301 would outlive the test. */
	private ForcedResponse redirect(int status, String location) {
		ForcedResponse response = ForcedResponse.of(status)
			.with("Location", location)
			.with("Cache-Control", "no-store");
		return AUTOMATIC.contains(status)
				? response.content(ForcedResponse.JSON, this.json.writeValueAsBytes(RedirectNote.of(status, location)))
				: response;
	}

	private static String next(String step, ForcedRequest request) {
		int left = Numbers.between("n", request.variable("n"), 1, LONGEST);
		return (left == 1) ? END : step + (left - 1);
	}

	/** A 304 leads nowhere: it answers a condition. */
	private static int status(String text) {
		if (text.matches("3[0-9]{2}") && !"304".equals(text)) {
			return Integer.parseInt(text);
		}
		throw new ProblemException(400,
				"A redirect's status code is expected, from 300 to 399 and not 304; this is none: " + text)
			.with("parameter", "status_code")
			.with("minimum", 300)
			.with("maximum", 399);
	}

}

package dev.statuslab.forced.httpbin;

import java.util.SplittableRandom;
import java.util.regex.Pattern;

import dev.statuslab.forced.exchange.ForcedRequest;
import dev.statuslab.forced.exchange.ForcedResponse;
import dev.statuslab.http.ProblemException;

import org.springframework.stereotype.Component;

/** Fails now and then. */
@Component
final class Unstable {

	private static final Pattern DECIMAL = Pattern.compile("(?:[0-9]{1,9}(?:\\.[0-9]{0,18})?|\\.[0-9]{1,18})");

	ForcedResponse unstable(ForcedRequest request) {
		double rate = request.parameter("failure_rate").map(Unstable::rate).orElse(0.5);
		SplittableRandom random = request.parameter("seed")
			.map((text) -> new SplittableRandom(seed(text)))
			.orElseGet(SplittableRandom::new);
		boolean fails = random.nextDouble() < rate;
		return ForcedResponse.of(fails ? 500 : 200)
			.text(fails ? "It failed this time.\n" : "It worked this time.\n")
			.with("Cache-Control", "no-store");
	}

	private static double rate(String text) {
		if (DECIMAL.matcher(text).matches() && Double.parseDouble(text) <= 1) {
			return Double.parseDouble(text);
		}
		throw new ProblemException(400, "A rate from 0 to 1 is expected, and not: " + text).with("parameter",
				"failure_rate");
	}

	private static long seed(String text) {
		if (text.matches("-?[0-9]{1,18}")) {
			return Long.parseLong(text);
		}
		throw new ProblemException(400, "A whole number of up to 18 digits is expected, and not: " + text)
			.with("parameter", "seed");
	}

}

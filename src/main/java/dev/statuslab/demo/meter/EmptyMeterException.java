package dev.statuslab.demo.meter;

import java.util.Map;

import dev.statuslab.http.ProblemException;

/** There is no unit to use. */
class EmptyMeterException extends RuntimeException {

	EmptyMeterException() {
		super("The balance is 0", null, false, false);
	}

	/**
	 * RFC 9110 §15.5.3 reserves 402 and standardises no field for it, so the content says
	 * how to pay; the link has a registered relation (RFC 8288 §2.1).
	 * @param payments where to pay, as the client sees it
	 * @return the problem
	 */
	ProblemException payAt(String payments) {
		return new ProblemException(402,
				"The balance of this key is 0, and a report takes 1 unit. Pay by POST of {\"units\":n} to " + payments
						+ ", then repeat the request.")
			.with("balance", 0)
			.with("price", 1)
			.with("payment", Map.of("method", "POST", "href", payments))
			.field("Link", "<%s>; rel=\"payment\"".formatted(payments));
	}

}

package dev.statuslab.forced.status;

import java.util.Optional;

/** The content of the few codes that have some in httpbin's dialect. */
final class Bodies {

	private static final String TEAPOT = """

			        (
			     )  )
			   .______.
			  /        \\___
			  |  short  |  \\
			  |and stout|__/
			   \\________/
			""";

	private Bodies() {
	}

	static Optional<String> of(int status) {
		return switch (status) {
			case 402 -> Optional.of("Payment first, please.\n");
			case 406 -> Optional.of("Acceptable here: text/plain, application/json, application/problem+json\n");
			case 418 -> Optional.of(TEAPOT);
			default -> Optional.empty();
		};
	}

}

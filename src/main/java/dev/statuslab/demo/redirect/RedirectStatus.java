package dev.statuslab.demo.redirect;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The codes that a client follows by itself (RFC 9110 §15.4). */
enum RedirectStatus {

	/** 301: for good; POST may become GET. */
	MOVED_PERMANENTLY(301),

	/** 302: for now; POST may become GET. */
	FOUND(302),

	/** 303: the answer is elsewhere; everything becomes GET. */
	SEE_OTHER(303),

	/** 307: for now; method and content are kept. */
	TEMPORARY_REDIRECT(307),

	/** 308: for good; method and content are kept. */
	PERMANENT_REDIRECT(308);

	private final int code;

	RedirectStatus(int code) {
		this.code = code;
	}

	int code() {
		return this.code;
	}

	static Optional<RedirectStatus> of(String code) {
		return Arrays.stream(values()).filter((status) -> Integer.toString(status.code).equals(code)).findFirst();
	}

	static List<Integer> codes() {
		return Arrays.stream(values()).map(RedirectStatus::code).toList();
	}

}

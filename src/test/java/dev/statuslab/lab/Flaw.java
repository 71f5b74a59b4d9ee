package dev.statuslab.lab;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What a client may do wrong, and the exercises that find it out. To add an exercise, add
 * a flaw that fails it.
 */
enum Flaw {

	/** Goes on with another method after a redirect. */
	REDIRECT_SWAPS_METHOD("redirect-[0-9]+-.*"),

	/** Keeps the method after a redirect, and forgets the content. */
	REDIRECT_DROPS_CONTENT("redirect-30[1278]-(post|put)"),

	/** Sends the content with the GET after a 303. */
	REDIRECT_CARRIES_CONTENT("redirect-303-(post|put)"),

	/** Takes a relative reference for one from the root. */
	REFERENCE_FROM_ROOT("redirect-relative"),

	/** Loses the query of a reference. */
	REFERENCE_LOSES_QUERY("redirect-(relative|absolute)"),

	/** Sends dot segments as they are. */
	DOTS_SENT("redirect-parent"),

	/** Encodes what is encoded already. */
	ENCODES_TWICE("redirect-encoded"),

	/** Does not inherit the fragment of what was redirected. */
	FRAGMENT_FORGOTTEN("redirect-fragment"),

	/** Sends the fragment to the server. */
	FRAGMENT_SENT("redirect-fragment"),

	/** Follows redirects for ever. */
	FOLLOWS_FOR_EVER("redirect-(loop|chain)"),

	/** Tells every origin the credentials. */
	AUTHORIZATION_CARRIED("redirect-authorization"),

	/** Tells every host the cookies. */
	COOKIES_CARRIED("redirect-cookie"),

	/** Takes a code that it does not know for a failure. */
	UNKNOWN_FAILS("unknown-[23]99"),

	/** Takes a code that it does not know for a success. */
	UNKNOWN_SUCCEEDS("unknown-[45]99"),

	// authentication and interim responses

	/** Percent-encodes the name and the password. */
	BASIC_PERCENT_ENCODED("auth-basic.*"),

	/** Knows of no encoding but ISO 8859-1. */
	BASIC_IN_LATIN("auth-basic-utf8"),

	/** Takes Basic where it could have Digest. */
	BASIC_RATHER("auth-strongest.*"),

	/** Reads only the first challenge of a line. */
	FIRST_SCHEME("auth-unknown-scheme"),

	/** Computes MD5, whatever is asked for. */
	DIGEST_BY_MD5("auth-digest-sha256"),

	/** Takes the path for the target. */
	DIGEST_WITHOUT_QUERY("auth-digest-sha256"),

	/** Says each time that it uses a nonce for the first time. */
	COUNT_STUCK("auth-digest-count"),

	/** Takes a stale nonce for a wrong password. */
	STALE_GIVES_UP("auth-digest-stale"),

	/** Never takes no for an answer. */
	LOGS_IN_FOR_EVER("auth-no-loop"),

	/** Logs in wherever it is asked to. */
	CREDENTIALS_FOR_ANY_ORIGIN("auth-other-origin"),

	/** Takes the first response for the final one. */
	INTERIM_TAKEN("interim-.*|expect-wait"),

	/** Fails for an interim response that it did not expect. */
	INTERIM_FEARED("interim-.*"),

	/** Can't do without the 100 that it expects. */
	MISSES_THE_100("expect-no-100"),

	/** Sends its content after the final response. */
	REFUSED_CONTENT_SENT("expect-refused"),

	/** Repeats with the expectation. */
	EXPECTS_AGAIN("expect-417");

	/** Exercises that fail nobody: the RFCs leave it open. */
	static final List<String> NOTED_ONLY = List.of("auth-preemptive");

	private final Pattern exercises;

	Flaw(String exercises) {
		this.exercises = Pattern.compile(exercises);
	}

	/** Whether an exercise finds this out. */
	boolean fails(String exercise) {
		return this.exercises.matcher(exercise).matches();
	}

}

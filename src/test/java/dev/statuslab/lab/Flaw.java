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

	// framing

	/** Waits for content where there is none. */
	WAITS_FOR_CONTENT("framing-(204|304|head)"),

	/** Takes a 205 for a response that ends with its fields. */
	TAKES_205_FOR_204("framing-205"),

	/** Leaves the last chunk in the connection. */
	FORGETS_THE_LAST_CHUNK("framing-205"),

	/** Does not know chunk extensions. */
	EXTENSIONS_REFUSED("framing-chunked"),

	/** Puts trailer fields into the header. */
	TRAILERS_MERGED("framing-trailers"),

	/** Takes a response without a length for one without content. */
	NO_LENGTH_NO_CONTENT("framing-close-delimited"),

	/** Believes Content-Length rather than the chunks. */
	LENGTH_WINS("framing-length-and-chunked"),

	/** Is content with incomplete content. */
	HALF_IS_ENOUGH("framing-(truncated-length|truncated-chunked|reset)|framing-resume.*"),

	/** Goes on one octet too late. */
	RESUMES_TOO_LATE("framing-resume"),

	/** Pieces together whatever comes. */
	RESUMES_BLINDLY("framing-resume-changed"),

	/** Takes a weak entity tag for If-Range. */
	RESUMES_WEAKLY("framing-resume-weak"),

	/** Sends on a connection that has been closed. */
	SENDS_AFTER_CLOSE("framing-close");

	/** Exercises that fail nobody: the RFCs leave it open. */
	static final List<String> NOTED_ONLY = List.of("framing-keep-alive");

	private final Pattern exercises;

	Flaw(String exercises) {
		this.exercises = Pattern.compile(exercises);
	}

	/** Whether an exercise finds this out. */
	boolean fails(String exercise) {
		return this.exercises.matcher(exercise).matches();
	}

}

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

	// caching

	/** Asks about a stored response with something like its entity tag. */
	CACHE_UNQUOTES_TAG("cache-etag"),

	/** Asks with a date where there is an entity tag. */
	CACHE_PREFERS_DATE("cache-prefers-etag"),

	/** Hands on a 304 that it has asked for itself. */
	CACHE_SHOWS_304("cache-not-modified"),

	/** Leaves a stored response as it was, whatever the 304 says. */
	CACHE_KEEPS_OLD_FIELDS("", "cache-not-modified-fields"),

	/** Asks again always. */
	CACHE_NEVER_FRESH("", "cache-(max-age|private|heuristic-.*)"),

	/** Uses what is stale. */
	CACHE_SERVES_STALE("cache-(stale|age|expires-zero|max-age-over-expires)"),

	/** Goes by Expires although there is max-age. */
	CACHE_PREFERS_EXPIRES("cache-max-age-over-expires"),

	/** Stores what must not be stored. */
	CACHE_KEEPS_NO_STORE("cache-no-store"),

	/** Uses without asking what must be asked about. */
	CACHE_IGNORES_NO_CACHE("cache-no-cache"),

	/** Gives the answer to one request to another that is not like it. */
	CACHE_IGNORES_VARY("cache-vary"),

	/** Goes on using what an unsafe request may have changed. */
	CACHE_KEEPS_AFTER_POST("cache-post-invalidates"),

	/** Takes every code for one that can be kept without being told. */
	CACHE_KEEPS_EVERY_CODE("cache-no-heuristic-.*"),

	// retries

	/** Repeats at once, whatever Retry-After says. */
	RETRIES_AT_ONCE("retry-(503|429)-.*"),

	/** Does not give up. */
	RETRIES_FOR_EVER("retry-back-off"),

	/** Repeats what may have been done already. */
	RETRIES_POST("retry-post-broken", "retry-post-503"),

	/** Repeats nothing. */
	RETRIES_NEVER("", "retry-(get-broken|408|421)"),

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
	SENDS_AFTER_CLOSE("framing-close"),

	/** Opens a connection for each request. */
	NEVER_KEEPS("", "framing-keep-alive"),

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

	/** Waits to be asked each time. */
	FORGETS_THE_LOGIN("", "auth-preemptive"),

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
	static final List<String> NOTED_ONLY = List.of("cache-not-modified-fields", "cache-max-age", "cache-private",
			"cache-heuristic-200", "cache-heuristic-404", "cache-heuristic-410", "retry-post-503", "retry-get-broken",
			"retry-408", "retry-421", "framing-keep-alive", "auth-preemptive");

	private final Pattern exercises;

	private final Pattern noting;

	Flaw(String exercises) {
		this(exercises, "");
	}

	Flaw(String exercises, String noting) {
		this.exercises = Pattern.compile(exercises);
		this.noting = Pattern.compile(noting);
	}

	/** Whether an exercise finds this out. */
	boolean fails(String exercise) {
		return this.exercises.matcher(exercise).matches();
	}

	/** Whether an exercise that fails nobody has something else to say about this. */
	boolean isNoted(String exercise) {
		return this.noting.matcher(exercise).matches();
	}

}

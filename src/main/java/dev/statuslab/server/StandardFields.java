package dev.statuslab.server;

import java.util.List;

import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;

/**
 * The fields that every response carries: what a browser may do with it, and that any
 * origin may read it (CORS, never with credentials): the fields that matter here, by name
 * for browsers that don't know the asterisk, and all others. They are the same for all,
 * so that no cache has to keep variants.
 */
final class StandardFields {

	/** Tells a demo's 503 from an outage. */
	static final HttpField EARNED = new PreEncodedHttpField("Statuslab", "earned");

	private static final String POLICY = "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; "
			+ "img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

	private static final HttpField SWAGGER_POLICY = new PreEncodedHttpField("Content-Security-Policy",
			"default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
					+ "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");

	private static final List<HttpField> ALL = List.of(new PreEncodedHttpField("X-Content-Type-Options", "nosniff"),
			new PreEncodedHttpField("Content-Security-Policy", POLICY),
			new PreEncodedHttpField("Referrer-Policy", "no-referrer"),
			new PreEncodedHttpField(HttpHeader.ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
			new PreEncodedHttpField("Access-Control-Expose-Headers",
					"Location, Retry-After, ETag, WWW-Authenticate, Authentication-Info, Link, Allow, Accept, "
							+ "Accept-Post, Accept-Encoding, Content-Range, Content-Language, Preference-Applied, "
							+ "RateLimit, RateLimit-Policy, Statuslab, *"));

	private StandardFields() {
	}

	static void addTo(HttpFields.Mutable fields) {
		for (HttpField field : ALL) {
			fields.put(field);
		}
	}

	static void admitSwagger(HttpFields.Mutable fields) {
		fields.put(SWAGGER_POLICY);
	}

}

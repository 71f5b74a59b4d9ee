package dev.statuslab.forced.httpbin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.statuslab.testing.Wire.Answer;

/**
 * The client's half of Digest, written for these tests alone so that a mistake in the
 * server's half shows.
 *
 * @param user the user's name
 * @param password the password
 * @param algorithm the algorithm
 * @param qop the quality of protection
 */
record DigestClient(String user, String password, String algorithm, String qop) {

	static final String REALM = "Statuslab";

	static final String CNONCE = "0a4f113b";

	private static final Pattern NONCE = Pattern.compile("\\bnonce=\"([^\"]*)\"");

	static String nonce(Answer unauthorized) {
		Matcher matcher = NONCE.matcher(unauthorized.field("WWW-Authenticate"));
		if (!matcher.find()) {
			throw new AssertionError("No nonce: " + unauthorized);
		}
		return matcher.group(1);
	}

	String authorization(String nonce, int count, String method, String uri, String content) {
		return "Authorization: Digest username=\"%s\", realm=\"%s\", nonce=\"%s\", uri=\"%s\", ".formatted(this.user,
				REALM, nonce, uri)
				+ "algorithm=%s, qop=%s, nc=%08x, cnonce=\"%s\", response=\"%s\"".formatted(this.algorithm, this.qop,
						count, CNONCE, response(nonce, count, method, uri, content));
	}

	/** The proof of the client, or with an empty method that of the server. */
	String response(String nonce, int count, String method, String uri, String content) {
		String a2 = method + ":" + uri + ("auth-int".equals(this.qop) ? ":" + hash(content) : "");
		return hash("%s:%s:%08x:%s:%s:%s".formatted(hash(this.user + ":" + REALM + ":" + this.password), nonce, count,
				CNONCE, this.qop, hash(a2)));
	}

	private String hash(String text) {
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance(this.algorithm.replace("512-256", "512/256"))
					.digest(text.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}

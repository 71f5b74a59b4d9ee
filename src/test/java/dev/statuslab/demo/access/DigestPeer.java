package dev.statuslab.demo.access;

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
 * @param realm the protection space
 * @param nonce the server's nonce
 */
record DigestPeer(String user, String password, String realm, String nonce) {

	static final String CNONCE = "Zm9v \\\"bar\\\"";

	private static final String UNESCAPED_CNONCE = "Zm9v \"bar\"";

	static DigestPeer challenged(Answer unauthorized, String user, String password) {
		String challenge = challenge(unauthorized);
		return new DigestPeer(user, password, parameter(challenge, "realm"), parameter(challenge, "nonce"));
	}

	static String challenge(Answer unauthorized) {
		return unauthorized.fieldLines("WWW-Authenticate")
			.stream()
			.filter((line) -> line.startsWith("Digest "))
			.findFirst()
			.orElseThrow();
	}

	static String parameter(String line, String name) {
		Matcher matcher = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(line);
		return matcher.find() ? matcher.group(1) : "";
	}

	/** The field line that answers the challenge. */
	String authorization(String method, String uri, int count) {
		return authorization("SHA-256", "auth", method, uri, count);
	}

	/**
	 * The field line with a proof of the given kind, whatever the challenge asked for.
	 */
	String authorization(String algorithm, String qop, String method, String uri, int count) {
		String nc = "%08x".formatted(count);
		return "Authorization: Digest username=\"%s\", realm=\"%s\", nonce=\"%s\", uri=\"%s\", ".formatted(this.user,
				this.realm, this.nonce, uri)
				+ "algorithm=%s, qop=%s, nc=%s, cnonce=\"%s\", response=\"%s\"".formatted(algorithm, qop, nc, CNONCE,
						response(algorithm, qop, method, uri, nc));
	}

	String response(String method, String uri, String nc) {
		return response("SHA-256", "auth", method, uri, nc);
	}

	private String response(String algorithm, String qop, String method, String uri, String nc) {
		String a1 = this.user + ":" + this.realm + ":" + this.password;
		String a2 = method + ":" + uri + ("auth-int".equals(qop) ? ":" + hash(algorithm, "") : "");
		return hash(algorithm, hash(algorithm, a1) + ":" + this.nonce + ":" + nc + ":" + UNESCAPED_CNONCE + ":" + qop
				+ ":" + hash(algorithm, a2));
	}

	private static String hash(String algorithm, String text) {
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance(algorithm.replace("512-256", "512/256"))
					.digest(text.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}

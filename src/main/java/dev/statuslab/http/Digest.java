package dev.statuslab.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Complete credentials of the Digest scheme (RFC 7616 §3.4). They can be verified with
 * any {@link DigestAlgorithm} and {@link DigestQop}; whether the client used those that
 * the server had offered is for the caller to ask ({@link #uses}).
 *
 * @param username who the client says it is
 * @param realm the protection space
 * @param nonce the server's nonce
 * @param uri the target that the credentials are made for
 * @param algorithm the hash algorithm; without one the client means {@code MD5}
 * @param qop the quality of protection
 * @param nc how often the client has used the nonce: eight hexadecimal digits
 * @param cnonce the client's nonce
 * @param opaque what the server had asked to be returned, if the client did
 * @param response the proof: a digest in lower-case hexadecimal digits
 */
public record Digest(String username, String realm, String nonce, String uri, String algorithm, String qop, String nc,
		String cnonce, Optional<String> opaque, String response) {

	/** The name of the scheme. */
	public static final String SCHEME = "Digest";

	private static final byte[] NO_CONTENT = {};

	private static final Pattern NC = Pattern.compile("[0-9A-Fa-f]{8}");

	private static final Pattern ASCII = Pattern.compile("[\\x20-\\x7E]+");

	/**
	 * Reads the parameters of the credentials.
	 * @param parameters what followed the scheme
	 * @return the credentials
	 * @throws IllegalArgumentException if a parameter is missing or improper
	 */
	public static Digest of(AuthParameters parameters) {
		Digest digest = new Digest(DigestUsername.of(parameters), required(parameters, "realm"),
				required(parameters, "nonce"), required(parameters, "uri"), parameters.get("algorithm").orElse("MD5"),
				required(parameters, "qop"), required(parameters, "nc"), required(parameters, "cnonce"),
				parameters.get("opaque"), required(parameters, "response"));
		if (!NC.matcher(digest.nc()).matches()) {
			throw new IllegalArgumentException("nc is eight hexadecimal digits");
		}
		if (!ASCII.matcher(digest.cnonce()).matches()) {
			throw new IllegalArgumentException("cnonce is printable ASCII");
		}
		return digest;
	}

	/**
	 * Whether the client computed what it was asked for.
	 * @param algorithm an algorithm that was offered
	 * @param qop a quality of protection that was offered with it
	 * @return whether the credentials were made with these two
	 */
	public boolean uses(DigestAlgorithm algorithm, DigestQop qop) {
		return algorithm.token().equalsIgnoreCase(this.algorithm) && qop.token().equalsIgnoreCase(this.qop);
	}

	/**
	 * How often the client has used the nonce, this request included.
	 * @return the number, 0 to 2³²−1
	 */
	public long count() {
		return Long.parseLong(this.nc, 16);
	}

	/**
	 * Whether the response can only come from someone who knows the password (RFC 7616
	 * §3.4.1). The comparison takes the same time wherever the two differ.
	 * @param password the user's password
	 * @param method the request method
	 * @param content the request's content, which counts with {@code auth-int} only
	 * @return whether the proof holds; never with an algorithm or a quality of protection
	 * that is not known here
	 */
	public boolean provenBy(String password, String method, byte[] content) {
		return response(password, method, content)
			.filter((expected) -> MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8),
					this.response.getBytes(StandardCharsets.UTF_8)))
			.isPresent();
	}

	/**
	 * The same for a request without content, or where no content was to be protected.
	 * @param password the user's password
	 * @param method the request method
	 * @return whether the proof holds
	 */
	public boolean provenBy(String password, String method) {
		return provenBy(password, method, NO_CONTENT);
	}

	/**
	 * The value of Authentication-Info, by which the server proves that it knows the
	 * password too (RFC 7616 §3.5).
	 * @param password the user's password
	 * @param content the response's content, which counts with {@code auth-int} only
	 * @return rspauth, cnonce, nc and qop
	 * @throws IllegalStateException if the algorithm or the quality of protection is not
	 * known here
	 */
	public AuthParameters info(String password, byte[] content) {
		String proof = response(password, "", content)
			.orElseThrow(() -> new IllegalStateException("Nothing was proven, so there is nothing to answer"));
		return AuthParameters.NONE.token("qop", this.qop)
			.quoted("rspauth", proof)
			.quoted("cnonce", this.cnonce)
			.token("nc", this.nc);
	}

	/**
	 * The same for a response without content, or where no content was to be protected.
	 * @param password the user's password
	 * @return rspauth, cnonce, nc and qop
	 */
	public AuthParameters info(String password) {
		return info(password, NO_CONTENT);
	}

	/**
	 * The same credentials with the proof of a client that knows the password (RFC 7616
	 * §3.4.1), for a request whose content is not protected.
	 * @param password the user's password
	 * @param method the request method
	 * @return the credentials, or nothing with an algorithm or a quality of protection
	 * that is not known here
	 */
	public Optional<Digest> proven(String password, String method) {
		return response(password, method, NO_CONTENT).map((proof) -> new Digest(this.username, this.realm, this.nonce,
				this.uri, this.algorithm, this.qop, this.nc, this.cnonce, this.opaque, proof));
	}

	/**
	 * The value of Authorization that carries these credentials (RFC 7616 §3.4).
	 * @return the scheme and the parameters
	 * @throws IllegalArgumentException if one can't stand in a field, such as a name that
	 * is not ASCII
	 */
	public String authorization() {
		AuthParameters parameters = AuthParameters.NONE.quoted("username", this.username)
			.quoted("realm", this.realm)
			.quoted("nonce", this.nonce)
			.quoted("uri", this.uri)
			.token("algorithm", this.algorithm)
			.token("qop", this.qop)
			.token("nc", this.nc)
			.quoted("cnonce", this.cnonce)
			.quoted("response", this.response);
		return SCHEME + " " + this.opaque.map((value) -> parameters.quoted("opaque", value)).orElse(parameters);
	}

	private Optional<String> response(String password, String method, byte[] content) {
		return DigestAlgorithm.named(this.algorithm)
			.flatMap((hash) -> DigestQop.named(this.qop)
				.map((known) -> response(hash, known, password, method, content)));
	}

	private String response(DigestAlgorithm hash, DigestQop known, String password, String method, byte[] content) {
		String a1 = this.username + ":" + this.realm + ":" + password;
		String a2 = method + ":" + this.uri;
		if (known == DigestQop.AUTH_INT) {
			a2 += ":" + hash.hash(content);
		}
		return hash.hash(String.join(":", hash.hash(a1), this.nonce, this.nc, this.cnonce, this.qop, hash.hash(a2)));
	}

	private static String required(AuthParameters parameters, String name) {
		return parameters.get(name).orElseThrow(() -> new IllegalArgumentException(name + " is missing"));
	}

	/** Only the user's name: the rest must not reach a log. */
	@Override
	public String toString() {
		return SCHEME + " " + this.username;
	}

}

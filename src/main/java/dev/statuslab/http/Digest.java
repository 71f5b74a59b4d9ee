package dev.statuslab.http;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Complete credentials of the Digest scheme (RFC 7616 §3.4). What is computed is SHA-256
 * with {@code qop=auth}, nothing else; whether that is what the client used tells
 * {@link #supported()}.
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

	/** The algorithm that is computed. */
	public static final String ALGORITHM = "SHA-256";

	/** The quality of protection that is computed: method and target, not the content. */
	public static final String QOP = "auth";

	private static final Pattern NC = Pattern.compile("[0-9A-Fa-f]{8}");

	private static final Pattern ASCII = Pattern.compile("[\\x20-\\x7E]+");

	private static final Pattern EXTENDED = Pattern.compile("(?i)UTF-8'[^']*'(.*)");

	/**
	 * Reads the parameters of the credentials.
	 * @param parameters what followed the scheme
	 * @return the credentials
	 * @throws IllegalArgumentException if a parameter is missing or improper
	 */
	public static Digest of(AuthParameters parameters) {
		Digest digest = new Digest(username(parameters), required(parameters, "realm"), required(parameters, "nonce"),
				required(parameters, "uri"), parameters.get("algorithm").orElse("MD5"), required(parameters, "qop"),
				required(parameters, "nc"), required(parameters, "cnonce"), parameters.get("opaque"),
				required(parameters, "response"));
		if (!NC.matcher(digest.nc()).matches()) {
			throw new IllegalArgumentException("nc is eight hexadecimal digits");
		}
		if (!ASCII.matcher(digest.cnonce()).matches()) {
			throw new IllegalArgumentException("cnonce is printable ASCII");
		}
		return digest;
	}

	/**
	 * Whether the client computed what can be verified here.
	 * @return whether algorithm and quality of protection are the ones offered
	 */
	public boolean supported() {
		return ALGORITHM.equalsIgnoreCase(this.algorithm) && QOP.equalsIgnoreCase(this.qop);
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
	 * @return whether the proof holds
	 */
	public boolean provenBy(String password, String method) {
		byte[] expected = response(password, method + ":" + this.uri).getBytes(StandardCharsets.UTF_8);
		return MessageDigest.isEqual(expected, this.response.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * The value of Authentication-Info, by which the server proves that it knows the
	 * password too (RFC 7616 §3.5).
	 * @param password the user's password
	 * @return rspauth, cnonce, nc and qop
	 */
	public AuthParameters info(String password) {
		return AuthParameters.NONE.token("qop", QOP)
			.quoted("rspauth", response(password, ":" + this.uri))
			.quoted("cnonce", this.cnonce)
			.token("nc", this.nc);
	}

	private String response(String password, String a2) {
		String a1 = this.username + ":" + this.realm + ":" + password;
		return hash(String.join(":", hash(a1), this.nonce, this.nc, this.cnonce, this.qop, hash(a2)));
	}

	private static String hash(String text) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(digest);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** The name, from {@code username} or, extended (RFC 8187), {@code username*}. */
	private static String username(AuthParameters parameters) {
		Optional<String> plain = parameters.get("username");
		Optional<String> extended = parameters.get("username*");
		if (plain.isPresent() == extended.isPresent()) {
			throw new IllegalArgumentException("Expected username or username*, one of the two");
		}
		return plain.map(Digest::utf8).orElseGet(() -> extended(extended.orElseThrow()));
	}

	private static String extended(String value) {
		Matcher matcher = EXTENDED.matcher(value);
		if (!matcher.matches()) {
			throw new IllegalArgumentException("username* is UTF-8'' and a percent-encoded name");
		}
		return URLDecoder.decode(matcher.group(1).replace("+", "%2B"), StandardCharsets.UTF_8);
	}

	/**
	 * Containers read a field's octets as ISO 8859-1. Where they are UTF-8, which the
	 * challenge asks for, that is what the client meant.
	 */
	private static String utf8(String field) {
		byte[] octets = field.getBytes(StandardCharsets.ISO_8859_1);
		if (!new String(octets, StandardCharsets.ISO_8859_1).equals(field)) {
			return field;
		}
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets)).toString();
		}
		catch (CharacterCodingException ex) {
			return field;
		}
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

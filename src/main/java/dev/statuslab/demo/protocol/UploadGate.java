package dev.statuslab.demo.protocol;

import java.util.Collections;
import java.util.List;

import dev.statuslab.http.ByteRanges;
import dev.statuslab.http.Challenge;
import dev.statuslab.http.Credentials;
import dev.statuslab.http.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/**
 * Decides from the head of a request alone whether its content is wanted, so that a
 * client that sends {@code Expect: 100-continue} learns of a refusal before it sends the
 * content (RFC 9110 §10.1.1).
 */
final class UploadGate {

	/** The most octets of an upload. */
	static final int LIMIT = 32 * 1024;

	/** The bearer token that opens the gate; it is no secret. */
	static final String KEY = "upload-key";

	static final List<MediaType> TYPES = List.of(MediaType.TEXT_PLAIN, MediaType.APPLICATION_OCTET_STREAM);

	private static final String SCHEME = "Bearer";

	private static final Challenge CHALLENGE = Challenge.of(SCHEME, "uploads");

	private UploadGate() {
	}

	/**
	 * Lets a request pass.
	 * @param request the request, whose content nobody has read
	 * @return the media type of the content
	 * @throws ProblemException 400, 401, 413 or 415
	 */
	static MediaType admit(HttpServletRequest request) {
		authenticate(Collections.list(request.getHeaders(Credentials.FIELD)));
		// RFC 9110 §14.5: or a part would take the place of the whole
		if (request.getHeader(ByteRanges.CONTENT_RANGE) != null) {
			throw new ProblemException(400,
					"Content-Range says that this is a part of something; only whole content is taken here.");
		}
		if (request.getContentLengthLong() > LIMIT) {
			throw tooLarge();
		}
		return mediaType(request);
	}

	/**
	 * Lets a request pass that tells the length of its content (RFC 9110 §15.5.12).
	 * Without any content there is nothing to tell (RFC 9112 §6.3).
	 * @param request the request, whose content nobody has read
	 * @return the media type of the content
	 * @throws ProblemException 400, 401, 411, 413 or 415
	 */
	static MediaType admitSized(HttpServletRequest request) {
		authenticate(Collections.list(request.getHeaders(Credentials.FIELD)));
		boolean framedOtherwise = request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null
				|| "HTTP/2.0".equals(request.getProtocol());
		if (request.getContentLengthLong() < 0 && framedOtherwise) {
			throw new ProblemException(411,
					"This address takes content only if its length is told before: send Content-Length.");
		}
		return admit(request);
	}

	static ProblemException tooLarge() {
		return new ProblemException(413, "An upload has %d octets at most.".formatted(LIMIT)).with("limit", LIMIT);
	}

	private static void authenticate(List<String> lines) {
		if (lines.isEmpty()) {
			throw unauthorized("Uploads are for those who have the key. Send Authorization: Bearer " + KEY, CHALLENGE);
		}
		boolean bearer = lines.stream().anyMatch((line) -> Credentials.name(SCHEME, line));
		if (bearer && (lines.size() > 1 || token(lines.get(0)) == null)) {
			throw malformed();
		}
		if (!bearer || !KEY.equals(token(lines.get(0)))) {
			// RFC 6750 §3.1: an error is told to who tried the scheme
			throw unauthorized("The credentials are not those of an uploader. Send Authorization: Bearer " + KEY,
					bearer ? CHALLENGE.quoted("error", "invalid_token") : CHALLENGE);
		}
	}

	private static @Nullable String token(String line) {
		try {
			return Credentials.parse(line).token68();
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	/** RFC 6750 §3.1: what is not one bearer token is 400. */
	private static ProblemException malformed() {
		return new ProblemException(400,
				"Authorization can't be read. Send it once, with one token: Authorization: Bearer " + KEY)
			.field(Challenge.FIELD, CHALLENGE.quoted("error", "invalid_request").toString());
	}

	private static ProblemException unauthorized(String detail, Challenge challenge) {
		return new ProblemException(401, detail).field(Challenge.FIELD, challenge.toString());
	}

	/** RFC 9110 §8.3: what comes without a type may be taken for octets. */
	private static MediaType mediaType(HttpServletRequest request) {
		if (request.getHeader(HttpHeaders.CONTENT_ENCODING) != null) {
			// RFC 9110 §12.5.3: the field tells that the coding was at fault
			throw new ProblemException(415, "Content with a content coding is not taken here.")
				.with("allowed", List.of("identity"))
				.field(HttpHeaders.ACCEPT_ENCODING, "identity");
		}
		String told = request.getContentType();
		try {
			MediaType type = (told != null) ? MediaType.parseMediaType(told) : MediaType.APPLICATION_OCTET_STREAM;
			if (TYPES.stream().anyMatch(type::equalsTypeAndSubtype)) {
				return type;
			}
		}
		catch (InvalidMediaTypeException ex) {
			// no type that is taken here
		}
		List<String> types = TYPES.stream().map(MediaType::toString).toList();
		String field = HttpMethod.POST.matches(request.getMethod()) ? "Accept-Post" : HttpHeaders.ACCEPT;
		throw new ProblemException(415, "Content of this type is not taken here: " + told).with("allowed", types)
			.field(field, String.join(", ", types));
	}

}

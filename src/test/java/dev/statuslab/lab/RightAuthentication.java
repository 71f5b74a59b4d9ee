package dev.statuslab.lab;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.statuslab.http.Digest;
import tools.jackson.databind.JsonNode;

/**
 * How {@link RightClient} logs in: by Digest where it can, and else by Basic; to the
 * origin alone that its name and password are for.
 */
final class RightAuthentication {

	private final Flaw flaw;

	private final Map<String, Integer> counts = new HashMap<>();

	private JsonNode credentials;

	private String origin;

	/** What was asked last, and where. */
	private ReadChallenge known;

	private String area;

	RightAuthentication(Flaw flaw) {
		this.flaw = flaw;
	}

	/** Takes the name and the password of a request of the plan. */
	void login(JsonNode planned) {
		this.credentials = planned.get("credentials");
		this.origin = ClientRequest.get(planned.get("url").asString()).origin();
	}

	/** Does a request, and logs in where it has to. */
	ClientResponse send(ClientRequest request, RightClient.Exchange exchange) throws IOException {
		ReadChallenge used = isKnown(request) ? this.known : null;
		ClientResponse response = exchange.send((used != null) ? authorized(request, used) : request);
		while (response.status() == 401 && mayLogin(request)) {
			ReadChallenge asked = choose(
					ReadChallenge.all(response.fields("WWW-Authenticate"), does(Flaw.FIRST_SCHEME)));
			if (asked == null || isRefused(used, asked)) {
				return response;
			}
			used = asked;
			this.known = asked;
			this.area = directory(request);
			response = exchange.send(authorized(request, asked));
		}
		return response;
	}

	private boolean does(Flaw one) {
		return this.flaw == one;
	}

	private boolean mayLogin(ClientRequest request) {
		return this.credentials != null
				&& (request.origin().equals(this.origin) || does(Flaw.CREDENTIALS_FOR_ANY_ORIGIN));
	}

	/** RFC 7617 §2.2: below the directory the same credentials are good. */
	private boolean isKnown(ClientRequest request) {
		return this.known != null && this.credentials != null && !does(Flaw.FORGETS_THE_LOGIN)
				&& directory(request).startsWith(this.area);
	}

	private static String directory(ClientRequest request) {
		return request.origin() + request.target(false).replaceFirst("[^/]*$", "");
	}

	private boolean isRefused(ReadChallenge used, ReadChallenge asked) {
		if (asked.isStale()) {
			return does(Flaw.STALE_GIVES_UP);
		}
		return used != null && used.scheme().equals(asked.scheme()) && !does(Flaw.LOGS_IN_FOR_EVER);
	}

	private ReadChallenge choose(List<ReadChallenge> challenges) {
		Optional<ReadChallenge> digest = challenges.stream().filter((one) -> one.is("Digest")).findFirst();
		Optional<ReadChallenge> basic = challenges.stream().filter((one) -> one.is("Basic")).findFirst();
		return (does(Flaw.BASIC_RATHER) ? basic.or(() -> digest) : digest.or(() -> basic)).orElse(null);
	}

	private ClientRequest authorized(ClientRequest request, ReadChallenge challenge) {
		String user = this.credentials.get("user").asString();
		String password = this.credentials.get("password").asString();
		return request.with("Authorization",
				challenge.is("Digest") ? digest(request, challenge, user, password) : basic(challenge, user, password));
	}

	private String basic(ReadChallenge challenge, String user, String password) {
		boolean utf8 = "UTF-8".equalsIgnoreCase(challenge.parameters().get("charset")) && !does(Flaw.BASIC_IN_LATIN);
		Charset charset = utf8 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
		String pair = user + ":" + password;
		if (does(Flaw.BASIC_PERCENT_ENCODED)) {
			pair = URLEncoder.encode(user, charset) + ":" + URLEncoder.encode(password, charset);
		}
		return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(charset));
	}

	private String digest(ClientRequest request, ReadChallenge challenge, String user, String password) {
		Map<String, String> asked = challenge.parameters();
		int count = does(Flaw.COUNT_STUCK) ? 1 : this.counts.merge(asked.get("nonce"), 1, Integer::sum);
		String algorithm = does(Flaw.DIGEST_BY_MD5) ? "MD5" : asked.get("algorithm");
		String target = request.target(false);
		String uri = does(Flaw.DIGEST_WITHOUT_QUERY) ? target.replaceFirst("\\?.*", "") : target;
		return new Digest(user, asked.get("realm"), asked.get("nonce"), uri, algorithm, "auth", "%08x".formatted(count),
				"c" + count, Optional.ofNullable(asked.get("opaque")), "")
			.proven(password, request.method())
			.orElseThrow()
			.authorization();
	}

}

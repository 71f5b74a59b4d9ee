package dev.statuslab.lab;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;

/**
 * A client over raw sockets that does a plan right in every respect, or in every respect
 * but one. Each exercise gets a new one: its connections, its cookies, its cache.
 */
final class RightClient implements AutoCloseable {

	private static final List<Integer> REDIRECTS = List.of(301, 302, 303, 307, 308);

	private static final int MOST_REDIRECTS = 20;

	private static final int FOR_EVER = 75;

	private final Flaw flaw;

	private final RightCache cache;

	private final RightRetries retries;

	private final RightAuthentication authentication;

	private final RightExpectation expectation;

	private final Map<String, ClientConnection> connections = new HashMap<>();

	/** Cookie pairs by host; the tests have one path only. */
	private final Map<String, String> cookies = new HashMap<>();

	/**
	 * A client.
	 * @param flaw what it does wrong; null for nothing
	 */
	RightClient(Flaw flaw) {
		this.flaw = flaw;
		this.cache = new RightCache(flaw);
		this.retries = new RightRetries(flaw);
		this.authentication = new RightAuthentication(flaw);
		this.expectation = new RightExpectation(flaw);
	}

	/** Does an exercise of a plan with a client of its own, and tells. */
	static void perform(JsonNode exercise, Flaw flaw) throws Exception {
		try (RightClient client = new RightClient(flaw)) {
			int number = 0;
			for (JsonNode request : exercise.get("requests")) {
				Thread.sleep((long) (request.path("pause").asDouble(0) * 1000));
				number++;
				client.tell(exercise.get("url").asString() + "/told?request=" + number, client.account(request));
			}
		}
	}

	private boolean does(Flaw one) {
		return this.flaw == one;
	}

	/** What the client has to say of a request of the plan. */
	private Map<String, String> account(JsonNode planned) {
		Map<String, String> account = new LinkedHashMap<>();
		this.authentication.login(planned);
		try {
			ClientResponse response = fetch(request(planned));
			account.put("status", String.valueOf(response.status()));
			account.put("content", response.text().substring(0, Math.min(200, response.text().length())));
			account.put("url", response.url());
			account.put("success", String.valueOf(isSuccess(response.status())));
		}
		catch (IOException ex) {
			account.put("error", String.valueOf(ex.getMessage()));
		}
		return account;
	}

	private boolean isSuccess(int status) throws IOException {
		boolean known = status % 100 < 52;
		if (!known && does(Flaw.UNKNOWN_FAILS)) {
			throw new IOException("What is " + status + "?");
		}
		return status / 100 == 2 || !known && does(Flaw.UNKNOWN_SUCCEEDS);
	}

	private static ClientRequest request(JsonNode planned) {
		Map<String, String> fields = new LinkedHashMap<>();
		planned.path("fields")
			.propertyStream()
			.forEach((field) -> fields.put(field.getKey(), field.getValue().asString()));
		byte[] content = null;
		if (planned.has("content")) {
			content = planned.get("content").asString().getBytes(StandardCharsets.UTF_8);
		}
		else if (planned.has("size")) {
			content = "x".repeat(planned.get("size").asInt()).getBytes(StandardCharsets.US_ASCII);
		}
		return new ClientRequest(planned.get("method").asString(), planned.get("url").asString(), fields, content);
	}

	/** Does a request and follows redirects (RFC 9110 §15.4). */
	private ClientResponse fetch(ClientRequest first) throws IOException {
		ClientRequest request = first;
		for (int i = 0; i <= (does(Flaw.FOLLOWS_FOR_EVER) ? FOR_EVER : MOST_REDIRECTS); i++) {
			ClientResponse response = this.cache.answer(request,
					(asked) -> this.retries.answer(asked, (tried) -> this.authentication.send(tried, this::send)));
			if (!REDIRECTS.contains(response.status()) || response.field("Location") == null) {
				return response;
			}
			request = redirected(request, response);
		}
		throw new IOException("Too many redirects");
	}

	private ClientRequest redirected(ClientRequest request, ClientResponse response) {
		ClientRequest next = request.to(resolve(request, response.field("Location")));
		if (!next.origin().equals(request.origin()) && !does(Flaw.AUTHORIZATION_CARRIED)) {
			next = next.without("Authorization");
		}
		if (does(Flaw.REDIRECT_SWAPS_METHOD)) {
			return next.as(request.method().equals("POST") ? "PUT" : "POST", new byte[0]);
		}
		if (response.status() == 303) {
			byte[] content = does(Flaw.REDIRECT_CARRIES_CONTENT) ? request.content() : null;
			return next.without("Content-Type").as(request.method().equals("HEAD") ? "HEAD" : "GET", content);
		}
		return does(Flaw.REDIRECT_DROPS_CONTENT) ? next.as(request.method(), new byte[0]) : next;
	}

	private String resolve(ClientRequest request, String location) {
		String reference = location;
		if (does(Flaw.REFERENCE_LOSES_QUERY)) {
			reference = reference.replaceFirst("\\?.*", "");
		}
		if (does(Flaw.ENCODES_TWICE)) {
			reference = reference.replace("%", "%25");
		}
		if (does(Flaw.REFERENCE_FROM_ROOT) && !reference.startsWith("/")) {
			return request.origin() + "/" + reference;
		}
		if (does(Flaw.DOTS_SENT)) {
			return request.url().replaceFirst("[^/]*$", "") + reference;
		}
		String resolved = URI.create(request.url()).resolve(reference).toString();
		boolean inherits = !resolved.contains("#") && !does(Flaw.FRAGMENT_FORGOTTEN);
		return inherits ? resolved + request.fragment() : resolved;
	}

	/** One exchange. */
	private ClientResponse send(ClientRequest request) throws IOException {
		String jar = does(Flaw.COOKIES_CARRIED) ? "any" : request.host();
		ClientRequest sent = this.cookies.containsKey(jar) ? request.with("Cookie", this.cookies.get(jar)) : request;
		ClientResponse response = this.expectation.send(sent, this::whole);
		for (String cookie : response.fields("Set-Cookie")) {
			this.cookies.put(jar, cookie.replaceFirst(";.*", ""));
		}
		return response;
	}

	private ClientResponse whole(ClientRequest request) throws IOException {
		try {
			return exchange(request);
		}
		catch (IncompleteException ex) {
			return new RightResumption(this::exchange, this.flaw).resume(request, ex);
		}
	}

	private ClientResponse exchange(ClientRequest request) throws IOException {
		ClientConnection connection = this.connections.remove(request.authority());
		if (connection == null) {
			connection = new ClientConnection(request.port(), this.flaw);
		}
		boolean kept = false;
		try {
			connection.write(request.head(does(Flaw.FRAGMENT_SENT)));
			ClientResponse response = this.expectation.finish(request, connection);
			kept = (!response.closes() || does(Flaw.SENDS_AFTER_CLOSE)) && response.status() != 421
					&& !does(Flaw.NEVER_KEEPS);
			return response;
		}
		finally {
			if (kept) {
				this.connections.put(request.authority(), connection);
			}
			else {
				connection.close();
			}
		}
	}

	private void tell(String url, Map<String, String> account) throws IOException {
		StringBuilder told = new StringBuilder(url);
		account.forEach((name, value) -> told.append('&')
			.append(name)
			.append('=')
			.append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
		ClientRequest request = new ClientRequest("POST", told.toString(), Map.of("Connection", "close"), new byte[0]);
		try (ClientConnection connection = new ClientConnection(request.port(), this.flaw)) {
			connection.write(request.head(false));
			ClientResponse response = connection.read(request);
			if (response.status() != 204) {
				throw new IllegalStateException("Telling: " + response.status() + " " + response.text());
			}
		}
	}

	@Override
	public void close() throws IOException {
		for (ClientConnection connection : this.connections.values()) {
			connection.close();
		}
	}

	/** Does a request. */
	@FunctionalInterface
	interface Exchange {

		/**
		 * Sends the request, and reads the final response.
		 * @param request the request
		 * @return the response
		 * @throws IOException if there is none
		 */
		ClientResponse send(ClientRequest request) throws IOException;

	}

}

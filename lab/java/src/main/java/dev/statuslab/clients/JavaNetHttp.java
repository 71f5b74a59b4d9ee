package dev.statuslab.clients;

import java.net.Authenticator;
import java.net.CookieManager;
import java.net.PasswordAuthentication;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.statuslab.clients.Plan.Credentials;
import dev.statuslab.clients.Plan.Request;

/**
 * The JDK's own client, {@code java.net.http}.
 */
class JavaNetHttp implements Client {

	@Override
	public About about() {
		return new About("java.net.http", "JDK", System.getProperty("java.version"),
				"`Redirect.NORMAL`, a `CookieManager`, an `Authenticator` that gives the credentials to the exercise’s origin");
	}

	@Override
	public Session open(URI origin, Optional<Credentials> credentials) throws UnableException {
		HttpClient.Builder builder = HttpClient.newBuilder()
			.followRedirects(Redirect.NORMAL)
			.cookieHandler(new CookieManager());
		if (credentials.isPresent()) {
			builder.authenticator(authenticator(origin, credentials.get().basicOnly()));
		}
		HttpClient client = builder.build();
		return (request) -> {
			HttpResponse<String> response = client.send(translate(request), BodyHandlers.ofString());
			return new Answer(response.statusCode(), response.body(), response.uri(), null);
		};
	}

	private static Authenticator authenticator(URI origin, Credentials credentials) {
		return new Authenticator() {

			@Override
			protected @Nullable PasswordAuthentication getPasswordAuthentication() {
				return (getRequestingHost().equals(origin.getHost()) && getRequestingPort() == origin.getPort())
						? new PasswordAuthentication(credentials.user(), credentials.password().toCharArray()) : null;
			}

		};
	}

	private static HttpRequest translate(Request request) throws UnableException {
		byte[] content = request.octets();
		BodyPublisher publisher = (content != null) ? BodyPublishers.ofByteArray(content) : BodyPublishers.noBody();
		try {
			HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(request.url()))
				.method(request.method(), publisher)
				.expectContinue(request.expectsContinue());
			request.fields().forEach((name, value) -> {
				if (!name.equalsIgnoreCase("Expect")) {
					builder.header(name, value);
				}
			});
			return builder.build();
		}
		catch (IllegalArgumentException ex) {
			throw new UnableException(ex.getMessage());
		}
	}

}

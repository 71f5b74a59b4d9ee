package dev.statuslab.clients;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import okhttp3.Authenticator;
import okhttp3.Cache;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.RequestBody;
import okhttp3.Response;

import dev.statuslab.clients.Plan.Credentials;
import dev.statuslab.clients.Plan.Request;

/**
 * OkHttp with its cache in a folder of its own.
 */
class OkHttp implements Client {

	private static final long CACHE_SIZE = 10 << 20;

	@Override
	public About about() {
		return new About("OkHttp", "OkH", okhttp3.OkHttp.VERSION,
				"a `Cache`; an `Authenticator` that answers a challenge of the exercise’s origin once, with `Credentials.basic`");
	}

	@Override
	public Session open(URI origin, Optional<Credentials> credentials) throws Exception {
		Path folder = Files.createTempDirectory("lab-");
		OkHttpClient.Builder builder = new OkHttpClient.Builder().cache(new Cache(folder.toFile(), CACHE_SIZE));
		if (credentials.isPresent()) {
			builder.authenticator(authenticator(HttpUrl.get(origin), credentials.get().basicOnly()));
		}
		OkHttpClient client = builder.build();
		return (request) -> {
			try (Response response = client.newCall(translate(request)).execute()) {
				return new Answer(response.code(), response.body().string(), response.request().url(),
						response.isSuccessful());
			}
		};
	}

	private static Authenticator authenticator(HttpUrl origin, Credentials credentials) {
		String authorization = okhttp3.Credentials.basic(credentials.user(), credentials.password());
		return (route, response) -> {
			okhttp3.Request request = response.request();
			boolean meant = request.url().host().equals(origin.host()) && request.url().port() == origin.port();
			return (meant && request.header("Authorization") == null)
					? request.newBuilder().header("Authorization", authorization).build() : null;
		};
	}

	private static okhttp3.Request translate(Request request) {
		byte[] content = request.octets();
		boolean none = request.method().equals("GET") || request.method().equals("HEAD");
		RequestBody body = (content != null) ? RequestBody.create(content) : none ? null : RequestBody.EMPTY;
		okhttp3.Request.Builder builder = new okhttp3.Request.Builder().url(request.url())
			.method(request.method(), body);
		request.fields().forEach(builder::header);
		return builder.build();
	}

}

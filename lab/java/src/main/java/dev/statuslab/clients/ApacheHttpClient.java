package dev.statuslab.clients;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.CredentialsStore;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.auth.BasicCredentialsProvider;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;
import org.apache.hc.core5.util.VersionInfo;

import dev.statuslab.clients.Plan.Credentials;
import dev.statuslab.clients.Plan.Request;

/**
 * Apache HttpClient 5 with its classic interface.
 */
class ApacheHttpClient implements Client {

	@Override
	public About about() {
		return new About("Apache HttpClient", "AHC", version(),
				"a `CredentialsStore` with the credentials for the exercise’s origin");
	}

	static String version() {
		return VersionInfo.loadVersionInfo("org.apache.hc.client5", HttpClient.class.getClassLoader()).getRelease();
	}

	HttpClientBuilder builder() {
		return HttpClientBuilder.create();
	}

	@Override
	public Session open(URI origin, Optional<Credentials> credentials) {
		HttpClientBuilder builder = builder();
		credentials.ifPresent((given) -> builder.setDefaultCredentialsProvider(store(origin, given)));
		HttpClient client = builder.build();
		return (request) -> {
			HttpClientContext context = HttpClientContext.create();
			context
				.setRequestConfig(RequestConfig.custom().setExpectContinueEnabled(request.expectsContinue()).build());
			return client.execute(translate(request), context, (response) -> answer(request, response, context));
		};
	}

	private static CredentialsStore store(URI origin, Credentials credentials) {
		BasicCredentialsProvider store = new BasicCredentialsProvider();
		store.setCredentials(new AuthScope(origin.getHost(), origin.getPort()),
				new UsernamePasswordCredentials(credentials.user(), credentials.password().toCharArray()));
		return store;
	}

	private static ClassicHttpRequest translate(Request request) {
		ClassicRequestBuilder builder = ClassicRequestBuilder.create(request.method()).setUri(request.url());
		request.fields().forEach((name, value) -> {
			if (!name.equalsIgnoreCase("Expect")) {
				builder.addHeader(name, value);
			}
		});
		byte[] content = request.octets();
		return ((content != null) ? builder.setEntity(content, null) : builder).build();
	}

	private static Answer answer(Request request, ClassicHttpResponse response, HttpClientContext context)
			throws HttpException, IOException {
		HttpEntity entity = response.getEntity();
		String content = (entity != null) ? EntityUtils.toString(entity, StandardCharsets.UTF_8) : null;
		int hops = context.getRedirectLocations().size();
		Object url = (hops > 0) ? context.getRedirectLocations().get(hops - 1) : request.url();
		return new Answer(response.getCode(), content, url, null);
	}

}

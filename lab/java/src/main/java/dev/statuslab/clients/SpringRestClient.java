package dev.statuslab.clients;

import java.net.URI;
import java.util.Optional;

import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.core.SpringVersion;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientResponseException;

import dev.statuslab.clients.Plan.Credentials;
import dev.statuslab.clients.Plan.Request;

/**
 * Spring's RestClient over the JDK's client, as Spring Boot sets it up.
 */
class SpringRestClient implements Client {

	@Override
	public About about() {
		return new About("Spring RestClient", "Rest",
				"%s (Spring Boot %s, JDK %s)".formatted(SpringVersion.getVersion(),
						ClientHttpRequestFactoryBuilder.class.getPackage().getImplementationVersion(),
						System.getProperty("java.version")),
				"Spring Boot’s `ClientHttpRequestFactoryBuilder.jdk()`; `setBasicAuth` for credentials");
	}

	@Override
	public Session open(URI origin, Optional<Credentials> credentials) throws UnableException {
		RestClient.Builder builder = RestClient.builder().requestFactory(ClientHttpRequestFactoryBuilder.jdk().build());
		if (credentials.isPresent()) {
			Credentials given = credentials.get().basicOnly();
			builder.defaultHeaders((fields) -> fields.setBasicAuth(given.user(), given.password()));
		}
		RestClient client = builder.build();
		return (request) -> send(client, request);
	}

	private static Answer send(RestClient client, Request request) throws UnableException {
		if (request.expectsContinue()) {
			throw new UnableException("its factory for the JDK's client sends no Expect");
		}
		RestClient.RequestBodySpec spec = client.method(HttpMethod.valueOf(request.method()))
			.uri(URI.create(request.url()))
			.headers((fields) -> request.fields().forEach(fields::set));
		byte[] content = request.octets();
		if (content != null) {
			spec.body(content);
		}
		try {
			ResponseEntity<String> response = spec.retrieve().toEntity(String.class);
			return new Answer(response.getStatusCode().value(), response.getBody(), null, true);
		}
		catch (RestClientResponseException ex) {
			return new Answer(ex.getStatusCode().value(), ex.getResponseBodyAsString(), null, false);
		}
		catch (IllegalArgumentException ex) {
			throw new UnableException(ex.getMessage());
		}
	}

}

package dev.statuslab.clients;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * What a client is to do in a lab: exercises, each to be done by a client object of its
 * own.
 */
record Plan(List<Exercise> exercises) {

	/**
	 * Requests to be sent one after the other by the same client object.
	 */
	record Exercise(String name, URI url, List<Request> requests) {

		/** The one pair of credentials that the exercise gives. */
		Optional<Credentials> credentials() {
			return this.requests.stream().map(Request::credentials).filter(Objects::nonNull).findFirst();
		}

	}

	/**
	 * One request.
	 *
	 * @param url as it is to be given to the client, unparsed
	 * @param size how many octets of content, where {@code content} is not given
	 * @param pause seconds to wait before it
	 */
	record Request(String method, String url, @Nullable Map<String, String> fields, @Nullable String content,
			@Nullable Integer size, @Nullable Credentials credentials, double pause) {

		Request {
			fields = (fields != null) ? fields : Map.of();
		}

		/** The content in octets, or {@code null} if the request has none. */
		byte @Nullable [] octets() {
			if (this.size != null) {
				return "x".repeat(this.size).getBytes(StandardCharsets.US_ASCII);
			}
			return (this.content != null) ? this.content.getBytes(StandardCharsets.UTF_8) : null;
		}

		/** Whether the client is to wait for 100 before it sends the content. */
		boolean expectsContinue() {
			return this.fields.entrySet()
				.stream()
				.anyMatch((field) -> field.getKey().equalsIgnoreCase("Expect")
						&& field.getValue().equalsIgnoreCase("100-continue"));
		}

	}

	/**
	 * A user and a password, for a challenge of the scheme, if one is named.
	 */
	record Credentials(String user, String password, @Nullable String scheme) {

		/** These credentials, for a client that knows no other scheme than Basic. */
		Credentials basicOnly() throws UnableException {
			if ("Digest".equalsIgnoreCase(this.scheme)) {
				throw new UnableException("it knows Basic alone");
			}
			return this;
		}

	}

}

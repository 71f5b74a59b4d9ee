package dev.statuslab.clients;

import java.net.URI;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

import dev.statuslab.clients.Plan.Credentials;
import dev.statuslab.clients.Plan.Request;

/**
 * An HTTP client as its users have it.
 */
interface Client {

	About about();

	/**
	 * A client object of its own: no other has its pool, cookies or cache.
	 * @param credentials what the user logs in with, at that origin alone
	 * @throws UnableException if the client has nothing to give the credentials to
	 */
	Session open(URI origin, Optional<Credentials> credentials) throws Exception;

	/**
	 * What the table says of the client.
	 *
	 * @param shortName the same in five letters, over a narrow column
	 * @param version as the client itself tells it
	 * @param settings what differs from its defaults
	 */
	record About(String name, @JsonProperty("short") String shortName, String version, String settings) {

	}

	/**
	 * A client object.
	 */
	@FunctionalInterface
	interface Session {

		/**
		 * Sends the request, and reads what comes of it to the end.
		 * @throws UnableException if the client can't send such a request
		 */
		Answer send(Request request) throws Exception;

	}

	/**
	 * What the client made of a request.
	 *
	 * @param url where the client was in the end, if it shows that
	 * @param success whether the client calls that a success, if it judges
	 */
	record Answer(int status, @Nullable String content, @Nullable Object url, @Nullable Boolean success) {

	}

}

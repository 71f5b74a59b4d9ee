package dev.statuslab.forced.exchange;

import java.util.List;
import java.util.function.Function;

import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.PreEncodedHttpField;

/**
 * An address, and what it answers.
 *
 * @param methods the methods that it takes; HEAD goes with GET
 * @param template the path, as Spring's {@code PathPattern} has it
 * @param kind what the answers are
 * @param traits further traits
 * @param action makes a response of a request
 */
public record Route(List<String> methods, String template, Kind kind, List<Trait> traits,
		Function<ForcedRequest, ForcedResponse> action) {

	/** Every method that this server knows. */
	public static final List<String> ANY = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

	/** The methods of a resource that can only be read. */
	public static final List<String> READ = List.of("GET", "HEAD");

	/** What the answers of a route are. */
	public enum Kind {

		/** Each status comes of its real condition. */
		EARNED("earned"),

		/** The status is what the request said. */
		FORCED("forced");

		private final HttpField label;

		Kind(String label) {
			this.label = new PreEncodedHttpField("Statuslab", label);
		}

		/**
		 * The field that tells it, so that who reads a log can tell a 503 from an outage.
		 */
		HttpField label() {
			return this.label;
		}

	}

	/** What is special about a route. */
	public enum Trait {

		/** It reads the request's content. */
		READS_CONTENT,

		/**
		 * Its query is data throughout, so that {@code delay} and {@code fault} are too.
		 */
		QUERY_IS_DATA

	}

	boolean has(Trait trait) {
		return this.traits.contains(trait);
	}

}

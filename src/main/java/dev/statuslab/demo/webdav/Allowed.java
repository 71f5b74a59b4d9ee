package dev.statuslab.demo.webdav;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.statuslab.http.Methods;
import dev.statuslab.http.ProblemException;

/** Which methods a path allows (RFC 9110 §10.2.1). */
final class Allowed {

	private Allowed() {
	}

	/**
	 * Lists the methods.
	 * @param resource what is at the path; the methods of a path that leads nowhere are
	 * those that anything could have there
	 */
	static List<String> on(Optional<Resource> resource) {
		List<String> methods = new ArrayList<>(List.of("GET", "HEAD", "PUT", "DELETE", "OPTIONS"));
		methods.addAll(Methods.WEBDAV);
		resource.ifPresent((found) -> {
			methods.remove("MKCOL");
			methods.removeAll((found instanceof Collection) ? List.of("PUT") : List.of("BIND", "UNBIND", "REBIND"));
		});
		return methods.stream().sorted().toList();
	}

	/** A method that what is there does not have. */
	static ProblemException refusal(String method, Resource resource) {
		List<String> allowed = on(Optional.of(resource));
		String kind = (resource instanceof Collection) ? "a collection" : "a resource";
		return new ProblemException(405, "There is " + kind + " at this path: " + method + " is not possible on it.")
			.with("allowed", allowed)
			.field("Allow", String.join(", ", allowed));
	}

}

package dev.statuslab.lab;

import java.util.Optional;

/**
 * An exercise of a client in a lab, as an address names it.
 *
 * @param lab the lab's id
 * @param client the client's name
 * @param exercise the exercise's name
 */
record Place(String lab, String client, String exercise) {

	static final String ROOT = "/labs/";

	/** Empty, {@code labs}, the lab, the client, the exercise. */
	private static final int SEGMENTS = 5;

	private static final String TOLD = "told";

	/**
	 * Reads an address.
	 * @param method the method of the request
	 * @param path a path below the context path, without dot segments
	 * @return the place, or nothing if the address is no exercise's
	 */
	static Optional<Place> of(String method, String path) {
		if (!path.startsWith(ROOT)) {
			return Optional.empty();
		}
		String[] segments = path.split("/", SEGMENTS + 1);
		boolean telling = segments.length > SEGMENTS && segments[SEGMENTS].equals(TOLD) && method.equals("POST");
		return (segments.length >= SEGMENTS && !telling) ? Optional.of(new Place(segments[2], segments[3], segments[4]))
				: Optional.empty();
	}

	/** The part of a raw path below the exercise. */
	static String below(String rawPath, String contextPath) {
		int at = contextPath.length();
		for (int i = 1; i < SEGMENTS; i++) {
			int next = rawPath.indexOf('/', at + 1);
			if (next < 0) {
				return "";
			}
			at = next;
		}
		return rawPath.substring(at);
	}

	String path() {
		return ROOT + this.lab + "/" + this.client + "/" + this.exercise;
	}

}

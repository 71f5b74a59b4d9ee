package dev.statuslab.demo.webdav;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import dev.statuslab.http.ProblemException;

import org.springframework.web.util.UriUtils;

/**
 * A way through the tree.
 *
 * @param segments the names on it, decoded; none is the root
 */
record DavPath(List<String> segments) {

	static final DavPath ROOT = new DavPath(List.of());

	private static final int LONGEST_SEGMENT = 64;

	DavPath {
		segments = List.copyOf(segments);
	}

	/**
	 * Reads what follows the key in an address.
	 * @param encoded the rest of the path, percent-encoded; a slash at the end means
	 * nothing
	 * @throws ProblemException 400 if a segment can't be a name
	 */
	static DavPath parse(String encoded) {
		List<String> segments = Arrays.stream(encoded.split("/"))
			.filter((segment) -> !segment.isEmpty())
			.map(DavPath::segment)
			.toList();
		return new DavPath(segments);
	}

	private static String segment(String encoded) {
		try {
			return named(URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8));
		}
		catch (IllegalArgumentException ex) {
			throw named();
		}
	}

	/**
	 * Lets a name pass.
	 * @throws ProblemException 400 if it can't stand in a path
	 */
	static String named(String name) {
		boolean possible = !name.isEmpty() && name.length() <= LONGEST_SEGMENT
				&& name.chars().noneMatch((c) -> c == '/' || c == '\uFFFD' || Character.isISOControl(c))
				&& !name.equals(".") && !name.equals("..");
		if (!possible) {
			throw named();
		}
		return name;
	}

	private static ProblemException named() {
		return new ProblemException(400,
				"This can't be a name in the tree: 1 to 64 characters in UTF-8 are expected, none of them a slash "
						+ "or a control character, and not . or ..")
			.with("limit", LONGEST_SEGMENT);
	}

	boolean isRoot() {
		return this.segments.isEmpty();
	}

	/** The path of the collection that it is in; the root has none. */
	DavPath parent() {
		return new DavPath(this.segments.subList(0, this.segments.size() - 1));
	}

	String name() {
		return this.segments.get(this.segments.size() - 1);
	}

	DavPath child(String name) {
		List<String> longer = new ArrayList<>(this.segments);
		longer.add(name);
		return new DavPath(longer);
	}

	/** Whether the other path is this one, or leads on from it. */
	boolean leadsTo(DavPath other) {
		int length = this.segments.size();
		return other.segments.size() >= length && other.segments.subList(0, length).equals(this.segments);
	}

	/** As it follows the key: with a leading and no trailing slash, or empty. */
	String encoded() {
		return this.segments.stream()
			.map((segment) -> "/" + UriUtils.encode(segment, StandardCharsets.UTF_8))
			.collect(Collectors.joining());
	}

}

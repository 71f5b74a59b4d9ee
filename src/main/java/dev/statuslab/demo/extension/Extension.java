package dev.statuslab.demo.extension;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import dev.statuslab.http.ExtensionDeclaration;
import dev.statuslab.http.Links;

/** The extensions that are supported here. */
enum Extension {

	/** The client says in which unit it takes the impulse. */
	UNIT(ExtensionDeclaration.END_TO_END, "16", "16-Unit: newton-seconds", Unit.names()),

	/** The server guards the content by a checksum, as far as the next hop. */
	CHECKSUM(ExtensionDeclaration.HOP_BY_HOP, "17", "Connection: C-Man", List.of());

	private final String declaredIn;

	private final String prefix;

	private final String needs;

	private final List<String> allowed;

	Extension(String declaredIn, String prefix, String needs, List<String> allowed) {
		this.declaredIn = declaredIn;
		this.prefix = prefix;
		this.needs = needs;
		this.allowed = allowed;
	}

	/** The field whose declarations count for it: its scope. */
	String declaredIn() {
		return this.declaredIn;
	}

	/** Its name in addresses. */
	String id() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** What identifies it, and leads to its description (RFC 2774 §3). */
	String uri(Links links) {
		return links.absolute(ThrustController.PATH + "/" + id());
	}

	/** All that a client needs to make use of it (RFC 2774 §7). */
	Usage usage(Links links) {
		String declaration = "%s: \"%s\"; ns=%s".formatted(this.declaredIn, uri(links), this.prefix);
		return new Usage(uri(links), "M-GET", List.of(declaration, this.needs), this.allowed);
	}

	static List<Usage> usages(Links links) {
		return Arrays.stream(values()).map((extension) -> extension.usage(links)).toList();
	}

	/**
	 * How an extension is used.
	 *
	 * @param uri what identifies it
	 * @param method the method of a request with it
	 * @param fields the fields of such a request
	 * @param allowed the values that its own field takes; empty if it has none
	 */
	record Usage(String uri, String method, List<String> fields, List<String> allowed) {
	}

}

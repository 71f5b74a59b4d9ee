package dev.statuslab.demo.extension;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.statuslab.http.ExtensionDeclaration;
import dev.statuslab.http.Links;
import dev.statuslab.http.ProblemException;
import jakarta.servlet.http.HttpServletRequest;

/**
 * What a mandatory request demands, all of which is supported.
 *
 * @param declarations how each extension is declared
 */
record Demands(Map<Extension, ExtensionDeclaration> declarations) {

	/**
	 * Reads the declarations of a mandatory request.
	 * @throws ProblemException 510 if there is none, or one of an extension that is not
	 * supported (RFC 2774 §5)
	 */
	static Demands of(HttpServletRequest request, Links links) {
		Map<Extension, ExtensionDeclaration> supported = new EnumMap<>(Extension.class);
		List<String> unsupported = new ArrayList<>();
		for (String field : List.of(ExtensionDeclaration.END_TO_END, ExtensionDeclaration.HOP_BY_HOP)) {
			for (ExtensionDeclaration declaration : ExtensionDeclaration
				.list(Collections.list(request.getHeaders(field)))) {
				find(field, declaration.identifier(), links).ifPresentOrElse(
						(extension) -> supported.put(extension, declaration),
						() -> unsupported.add(declaration.identifier()));
			}
		}
		if (!unsupported.isEmpty()) {
			throw notExtended("The request declares an extension that is not supported here, and is not fulfilled "
					+ "without it.", links)
				.with("unsupported", unsupported);
		}
		if (supported.isEmpty()) {
			throw notExtended("The method begins with M-, and the request declares no extension in Man or C-Man.",
					links);
		}
		return new Demands(supported);
	}

	/**
	 * The name of an extension's field in this request.
	 * @param extension the extension
	 * @param name the field's name within it
	 * @return nothing if the extension is not demanded
	 * @throws ProblemException 400 if its declaration reserves no prefix
	 */
	Optional<String> field(Extension extension, String name) {
		return Optional.ofNullable(this.declarations.get(extension)).map((declaration) -> declaration.field(name));
	}

	private static Optional<Extension> find(String field, String identifier, Links links) {
		return Arrays.stream(Extension.values())
			.filter((extension) -> extension.declaredIn().equals(field) && extension.uri(links).equals(identifier))
			.findFirst();
	}

	/** With all that is needed to issue an extended request (RFC 2774 §7). */
	private static ProblemException notExtended(String detail, Links links) {
		return new ProblemException(510, detail).with("extensions", Extension.usages(links));
	}

}

package dev.statuslab.demo.webdav;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

import javax.xml.namespace.QName;

import dev.statuslab.http.IfHeader;
import dev.statuslab.http.Preconditions;
import dev.statuslab.http.ProblemException;
import dev.statuslab.http.Validators;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;

/**
 * A request to a tree.
 *
 * @param method the method
 * @param space whose tree
 * @param path the path of the target
 * @param principal who asks
 * @param fields gives the value of a field by its name, or null
 * @param preconditions the preconditions of RFC 9110
 * @param content the content; empty for none
 */
record Exchange(String method, DavSpace space, DavPath path, Principal principal,
		Function<String, @Nullable String> fields, Preconditions preconditions, byte[] content) {

	/** XML is taken by both of its names (RFC 4918 §8.2). */
	private static final List<MediaType> XML = List.of(MediaType.APPLICATION_XML, MediaType.TEXT_XML);

	@Nullable String field(String name) {
		return this.fields.apply(name);
	}

	/**
	 * The target.
	 * @throws ProblemException 404 if the path leads nowhere
	 */
	Resource require(Tree tree) {
		return tree.find(this.path)
			.orElseThrow(() -> new ProblemException(404, "There is no resource of this tree at this path."));
	}

	/** What is submitted in If, if there is such a field. */
	Optional<IfHeader> ifHeader() {
		try {
			return Optional.ofNullable(field(IfHeader.FIELD)).map(IfHeader::parse);
		}
		catch (IllegalArgumentException ex) {
			throw new ProblemException(400, "The field If can't be read: " + ex.getMessage()).with("parameter", "If");
		}
	}

	/**
	 * Evaluates the preconditions, RFC 4918's and RFC 9110's.
	 * @throws ProblemException 412 if one is false
	 */
	void requireConditions(Tree tree) {
		requireIf(tree);
		this.preconditions.requireForWrite(this.method, validators(tree.find(this.path)));
	}

	/**
	 * Evaluates If alone.
	 * @throws ProblemException 412 if it is false (RFC 4918 §10.4.1)
	 */
	void requireIf(Tree tree) {
		ifHeader().filter((condition) -> !condition.matches((reference) -> state(reference, tree)))
			.ifPresent((condition) -> {
				throw new ProblemException(412, "No list of If holds for the current state.").with("parameter", "If");
			});
	}

	private IfHeader.State state(@Nullable String reference, Tree tree) {
		Optional<Resource> resource;
		try {
			resource = ((reference != null) ? this.space.resolve(reference) : Optional.of(this.path))
				.flatMap(tree::find);
		}
		catch (IllegalArgumentException ex) {
			resource = Optional.empty();
		}
		return new ResourceState(tree, resource);
	}

	static Validators validators(Optional<Resource> resource) {
		return resource
			.map((found) -> (found instanceof File file) ? Validators.of(file.content().entityTag(), file.modified())
					: new Validators(true, null, null))
			.orElse(Validators.NONE);
	}

	/**
	 * The document that a method takes.
	 * @param root the name of its root
	 * @throws ProblemException 400 or 403 if it can't be read, 415 if it is no XML
	 */
	XmlElement xml(QName root) {
		if (field("Content-Type") != null && !DavAnswers.isOneOf(field("Content-Type"), XML)) {
			throw new ProblemException(415, "The content must be XML.")
				.with("allowed", XML.stream().map(MediaType::toString).toList())
				.field("Accept", "application/xml, text/xml");
		}
		return XmlReader.read(this.content, root);
	}

	/**
	 * Refuses content that the method has no meaning for (RFC 4918 §8.4).
	 * @throws ProblemException 415 if there is any
	 */
	void refuseContent() {
		if (this.content.length > 0) {
			throw new ProblemException(415, this.method + " takes no content here.").with("allowed", List.of());
		}
	}

	/** Whether the client knows bindings, and so 208 (RFC 5842 §8.2). */
	boolean isBindAware() {
		return Arrays.stream(Optional.ofNullable(field("DAV")).orElse("").split(","))
			.anyMatch((option) -> option.strip().toLowerCase(Locale.ROOT).equals("bind"));
	}

	/** Whether what is in the way may be replaced (RFC 4918 §10.6). */
	boolean overwrites() {
		String overwrite = Optional.ofNullable(field("Overwrite")).orElse("T").strip();
		if (!overwrite.equals("T") && !overwrite.equals("F")) {
			throw new ProblemException(400, "The value of Overwrite is T or F.").with("allowed", List.of("T", "F"));
		}
		return overwrite.equals("T");
	}

}

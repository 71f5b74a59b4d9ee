package dev.statuslab.demo.webdav;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import javax.xml.namespace.QName;

import dev.statuslab.http.HttpDates;
import org.jspecify.annotations.Nullable;

/**
 * The properties that the server makes, all of them protected (RFC 4918 §15, RFC 4331 §3,
 * RFC 5842 §3). Quotas and bindings are told only when they are asked for by name.
 */
enum LiveProperty {

	CREATIONDATE(true, (view) -> text(view.resource().created().truncatedTo(ChronoUnit.SECONDS).toString())),

	GETCONTENTLENGTH(true, (view) -> ofFile(view, (file) -> String.valueOf(file.content().octets().length))),

	GETCONTENTTYPE(true, (view) -> ofFile(view, (file) -> file.content().mediaType())),

	GETETAG(true, (view) -> ofFile(view, (file) -> file.content().entityTag().toString())),

	GETLASTMODIFIED(true, (view) -> text(HttpDates.format(view.resource().modified()))),

	RESOURCETYPE(true,
			(view) -> (view.resource() instanceof Collection) ? List.of(Dav.element("collection")) : List.of()),

	LOCKDISCOVERY(true, LockXml::active),

	SUPPORTEDLOCK(true, (view) -> LockXml.supported()),

	QUOTA_AVAILABLE_BYTES(false,
			(view) -> ofCollection(view, String.valueOf(Math.max(0, Trees.QUOTA - view.tree().used())))),

	QUOTA_USED_BYTES(false, (view) -> ofCollection(view, String.valueOf(view.tree().used()))),

	RESOURCE_ID(false, (view) -> List.of(Dav.text("href", view.resource().id()))),

	PARENT_SET(false, LiveProperty::parents);

	private final boolean common;

	private final Function<View, @Nullable List<? extends XmlNode>> value;

	LiveProperty(boolean common, Function<View, @Nullable List<? extends XmlNode>> value) {
		this.common = common;
		this.value = value;
	}

	static boolean isProtected(QName name) {
		return Arrays.stream(values()).anyMatch((property) -> property.qualified().equals(name));
	}

	/** The property of a resource, if that has it. */
	Optional<XmlElement> of(View view) {
		return Optional.ofNullable(this.value.apply(view)).map((value) -> XmlElement.of(qualified(), value));
	}

	/** Whether it is told to who asks for all. */
	boolean isCommon() {
		return this.common;
	}

	private QName qualified() {
		return Dav.name(name().toLowerCase(Locale.ROOT).replace('_', '-'));
	}

	private static List<XmlText> text(String text) {
		return List.of(new XmlText(text));
	}

	private static @Nullable List<XmlText> ofFile(View view, Function<File, String> value) {
		return (view.resource() instanceof File file) ? text(value.apply(file)) : null;
	}

	private static @Nullable List<XmlText> ofCollection(View view, String value) {
		return (view.resource() instanceof Collection) ? text(value) : null;
	}

	/** RFC 5842 §3.2. What a loop leads back to is named by its shortest path. */
	private static List<XmlElement> parents(View view) {
		Map<String, DavPath> paths = Paths.shortest(view.tree());
		return paths.entrySet()
			.stream()
			.filter((entry) -> view.tree().get(entry.getKey()) instanceof Collection)
			.flatMap((entry) -> ((Collection) view.tree().get(entry.getKey())).members()
				.entrySet()
				.stream()
				.filter((member) -> member.getValue().equals(view.resource().id()))
				.map((member) -> Dav.element("parent",
						Dav.text("href", view.space().href(entry.getValue(), view.tree().get(entry.getKey()))),
						Dav.text("segment", member.getKey()))))
			.toList();
	}

	/**
	 * A resource, and what its properties are made from.
	 *
	 * @param tree the tree
	 * @param resource the resource
	 * @param space where the tree is
	 * @param now the moment
	 */
	record View(Tree tree, Resource resource, DavSpace space, Instant now) {
	}

}

package dev.statuslab.demo.webdav;

import java.net.URI;
import java.util.List;

import dev.statuslab.http.ReasonPhrases;
import org.jspecify.annotations.Nullable;

import org.springframework.http.CacheControl;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.ResponseEntity.BodyBuilder;
import org.springframework.stereotype.Component;

/** Writes what the methods answer. */
@Component
class DavAnswers {

	private final ReasonPhrases phrases;

	DavAnswers(ReasonPhrases phrases) {
		this.phrases = phrases;
	}

	Multistatus multistatus() {
		return new Multistatus(this.phrases);
	}

	static ResponseEntity<byte[]> send(Multistatus multistatus) {
		return xml(207, multistatus.element());
	}

	static ResponseEntity<byte[]> xml(int status, XmlElement content) {
		return with(start(status), content);
	}

	static ResponseEntity<byte[]> with(BodyBuilder response, XmlElement content) {
		return response.contentType(MediaType.APPLICATION_XML).body(XmlWriter.write(content));
	}

	static ResponseEntity<byte[]> created(String href) {
		return start(201).location(URI.create(href)).build();
	}

	static ResponseEntity<byte[]> noContent() {
		return start(204).build();
	}

	static BodyBuilder start(int status) {
		return ResponseEntity.status(status).header("DAV", Dav.CLASSES).cacheControl(CacheControl.noStore());
	}

	/** The members that can't be written, as the content of a 207 (RFC 4918 §9.6.1). */
	Multistatus locked(List<DavPath> paths, Tree tree, DavSpace space) {
		Multistatus multistatus = multistatus();
		for (DavPath path : paths) {
			String href = space.href(path, tree.find(path).orElseThrow());
			multistatus.add(href, 423, DavError.locked(List.of(href)).condition());
		}
		return multistatus;
	}

	static boolean isOneOf(@Nullable String contentType, List<MediaType> types) {
		try {
			MediaType type = (contentType != null) ? MediaType.parseMediaType(contentType) : null;
			return type != null && types.stream().anyMatch(type::equalsTypeAndSubtype);
		}
		catch (InvalidMediaTypeException ex) {
			return false;
		}
	}

}

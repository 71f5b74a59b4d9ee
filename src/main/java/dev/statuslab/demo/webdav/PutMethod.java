package dev.statuslab.demo.webdav;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

import dev.statuslab.demo.webdav.Trees.Change;
import dev.statuslab.http.ProblemException;

import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.ResponseEntity.BodyBuilder;
import org.springframework.stereotype.Component;

/** PUT (RFC 4918 §9.7). */
@Component
class PutMethod implements DavMethod {

	private static final int MOST_OCTETS = 1024;

	private final Trees trees;

	PutMethod(Trees trees) {
		this.trees = trees;
	}

	@Override
	public Set<String> names() {
		return Set.of("PUT");
	}

	@Override
	public ResponseEntity<byte[]> perform(Exchange exchange) {
		String type = contentType(exchange);
		byte[] content = exchange.content();
		return this.trees.change(exchange.space().key(), (tree, now) -> {
			LockGuard guard = new LockGuard(tree, exchange);
			Optional<Resource> target = tree.find(exchange.path());
			if (target.isPresent()) {
				if (!(target.get() instanceof File file)) {
					throw Allowed.refusal("PUT", target.get());
				}
				exchange.requireConditions(tree);
				guard.requireWritable(file);
				File written = file.withContent(content, type, now);
				return new Change(tree.with(written), answer(DavAnswers.start(204), written));
			}
			tree.parentOf(exchange.path());
			exchange.requireConditions(tree);
			guard.requireMembership(exchange.path());
			File written = File.of(Trees.newId(), now, content, type);
			BodyBuilder created = DavAnswers.start(201).location(URI.create(exchange.space().href(exchange.path())));
			return new Change(tree.bind(exchange.path(), written, now), answer(created, written));
		});
	}

	/** RFC 9110 §9.3.4: the tag may be told, since the content is kept as it was sent. */
	private static ResponseEntity<byte[]> answer(BodyBuilder response, File written) {
		return response.header(HttpHeaders.ETAG, written.content().entityTag().toString()).build();
	}

	private static String contentType(Exchange exchange) {
		if (exchange.field("Content-Range") != null) {
			throw new ProblemException(400,
					"A part of a file can't be written: send all of it, without Content-Range.");
		}
		if (exchange.field("Content-Encoding") != null) {
			throw new ProblemException(415, "Content is taken without a content coding.").field("Accept-Encoding",
					"identity");
		}
		if (exchange.content().length > MOST_OCTETS) {
			throw new ProblemException(413, "A file of this tree is smaller.").with("limit", MOST_OCTETS);
		}
		String type = exchange.field("Content-Type");
		try {
			return (type != null) ? MediaType.parseMediaType(type).toString()
					: MediaType.APPLICATION_OCTET_STREAM_VALUE;
		}
		catch (InvalidMediaTypeException ex) {
			throw new ProblemException(400, "The value of Content-Type is no media type.").with("parameter",
					"Content-Type");
		}
	}

}

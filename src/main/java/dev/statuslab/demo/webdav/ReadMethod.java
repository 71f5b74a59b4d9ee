package dev.statuslab.demo.webdav;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import dev.statuslab.http.HttpDates;
import dev.statuslab.http.Preconditions;
import dev.statuslab.http.Validators;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.ResponseEntity.BodyBuilder;
import org.springframework.stereotype.Component;

/** GET and HEAD; of a collection they show the names in it. */
@Component
class ReadMethod implements DavMethod {

	private final Trees trees;

	ReadMethod(Trees trees) {
		this.trees = trees;
	}

	@Override
	public Set<String> names() {
		return Set.of("GET", "HEAD");
	}

	@Override
	public ResponseEntity<byte[]> perform(Exchange exchange) {
		Tree tree = this.trees.read(exchange.space().key());
		Resource target = exchange.require(tree);
		exchange.requireIf(tree);
		return (target instanceof File file) ? content(file, exchange) : names(tree, (Collection) target, exchange);
	}

	private static ResponseEntity<byte[]> content(File file, Exchange exchange) {
		Validators validators = Exchange.validators(Optional.of(file));
		Preconditions.Verdict verdict = exchange.preconditions().evaluate(exchange.method(), validators);
		if (verdict == Preconditions.Verdict.FAILED) {
			throw Preconditions.failed(validators);
		}
		BodyBuilder response = ResponseEntity.status((verdict == Preconditions.Verdict.NOT_MODIFIED) ? 304 : 200)
			.header(HttpHeaders.CACHE_CONTROL, "no-cache")
			.header(HttpHeaders.ETAG, file.content().entityTag().toString())
			.header(HttpHeaders.LAST_MODIFIED, HttpDates.format(file.modified()));
		return (verdict == Preconditions.Verdict.NOT_MODIFIED) ? response.build()
				: response.header(HttpHeaders.CONTENT_TYPE, file.content().mediaType()).body(file.content().octets());
	}

	private static ResponseEntity<byte[]> names(Tree tree, Collection collection, Exchange exchange) {
		String names = collection.members()
			.entrySet()
			.stream()
			.map((Map.Entry<String, String> member) -> exchange.space()
				.href(exchange.path().child(member.getKey()), tree.get(member.getValue())) + "\n")
			.collect(Collectors.joining());
		return DavAnswers.start(200)
			.contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
			.body(names.getBytes(StandardCharsets.UTF_8));
	}

}

package dev.statuslab.demo.webdav;

import java.time.Instant;
import java.util.Set;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** PROPFIND (RFC 4918 §9.1). */
@Component
class PropfindMethod implements DavMethod {

	private final Trees trees;

	private final DavAnswers answers;

	PropfindMethod(Trees trees, DavAnswers answers) {
		this.trees = trees;
		this.answers = answers;
	}

	@Override
	public Set<String> names() {
		return Set.of("PROPFIND");
	}

	@Override
	public ResponseEntity<byte[]> perform(Exchange exchange) {
		Depth depth = Depth.of(exchange.field("Depth"), Depth.values());
		PropertyQuery query = PropertyQuery.of(exchange);
		Tree tree = this.trees.read(exchange.space().key());
		Resource target = exchange.require(tree);
		exchange.requireIf(tree);
		Multistatus multistatus = this.answers.multistatus();
		new Walk(tree, exchange,
				(path, resource, status) -> multistatus.add(exchange.space().href(path, resource),
						query.answer(new LiveProperty.View(tree, resource, exchange.space(), Instant.now()), status)))
			.from(target, depth);
		return DavAnswers.send(multistatus);
	}

}

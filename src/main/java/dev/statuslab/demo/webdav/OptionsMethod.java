package dev.statuslab.demo.webdav;

import java.util.Set;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** OPTIONS: what is possible, and that this is WebDAV (RFC 4918 §10.1). */
@Component
class OptionsMethod implements DavMethod {

	private final Trees trees;

	OptionsMethod(Trees trees) {
		this.trees = trees;
	}

	@Override
	public Set<String> names() {
		return Set.of("OPTIONS");
	}

	@Override
	public ResponseEntity<byte[]> perform(Exchange exchange) {
		Tree tree = this.trees.read(exchange.space().key());
		return DavAnswers.start(200)
			.header(HttpHeaders.ALLOW, String.join(", ", Allowed.on(tree.find(exchange.path()))))
			.build();
	}

}

package dev.statuslab.demo.webdav;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.xml.namespace.QName;

import dev.statuslab.demo.webdav.Multistatus.Propstat;
import dev.statuslab.demo.webdav.Trees.Change;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** PROPPATCH: all of it or nothing, in order (RFC 4918 §9.2). */
@Component
class ProppatchMethod implements DavMethod {

	private final Trees trees;

	private final DavAnswers answers;

	ProppatchMethod(Trees trees, DavAnswers answers) {
		this.trees = trees;
		this.answers = answers;
	}

	@Override
	public Set<String> names() {
		return Set.of("PROPPATCH");
	}

	@Override
	public ResponseEntity<byte[]> perform(Exchange exchange) {
		List<PropertyChange> changes = PropertyChange.of(exchange);
		return this.trees.change(exchange.space().key(), (tree, now) -> {
			Resource target = exchange.require(tree);
			exchange.requireConditions(tree);
			new LockGuard(tree, exchange).requireWritable(target);
			Map<QName, Propstat> outcomes = new LinkedHashMap<>();
			Tree changed = tree;
			for (PropertyChange change : changes) {
				Tree next = changed.with(change.on(changed.get(target.id())));
				Propstat outcome = outcome(change, changed, next);
				outcomes.merge(change.name(), outcome, (first, second) -> (first.status() != 200) ? first : second);
				changed = next;
			}
			boolean failed = outcomes.values().stream().anyMatch((outcome) -> outcome.status() != 200);
			List<Propstat> told = outcomes.values()
				.stream()
				.map((outcome) -> (failed && outcome.status() == 200) ? new Propstat(424, outcome.properties(), null)
						: outcome)
				.toList();
			String href = exchange.space().href(exchange.path(), target);
			return new Change(failed ? tree : changed, DavAnswers.send(this.answers.multistatus().add(href, told)));
		});
	}

	private static Propstat outcome(PropertyChange change, Tree before, Tree after) {
		List<XmlElement> property = List.of(change.property().emptied());
		if (LiveProperty.isProtected(change.name())) {
			return new Propstat(403, property, Dav.element("cannot-modify-protected-property"));
		}
		if (after.used() > Trees.QUOTA && after.used() > before.used()) {
			return new Propstat(507, property, Dav.element("quota-not-exceeded"));
		}
		return new Propstat(200, property, null);
	}

}

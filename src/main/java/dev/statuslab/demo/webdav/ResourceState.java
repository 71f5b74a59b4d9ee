package dev.statuslab.demo.webdav;

import java.util.Optional;

import dev.statuslab.http.EntityTag;
import dev.statuslab.http.IfHeader;

/**
 * What the conditions of If see of a resource.
 *
 * @param tree the tree
 * @param resource the resource; nothing where a reference leads nowhere
 */
record ResourceState(Tree tree, Optional<Resource> resource) implements IfHeader.State {

	@Override
	public boolean hasToken(String token) {
		return this.resource
			.filter((found) -> this.tree.locksOn(found).stream().anyMatch((lock) -> lock.token().equals(token)))
			.isPresent();
	}

	@Override
	public boolean hasTag(EntityTag tag) {
		EntityTag current = Exchange.validators(this.resource).entityTag();
		return current != null && current.matchesStrongly(tag);
	}

}

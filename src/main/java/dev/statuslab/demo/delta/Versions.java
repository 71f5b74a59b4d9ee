package dev.statuslab.demo.delta;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.statuslab.http.EntityTag;

/**
 * What is remembered of a list.
 *
 * @param newestFirst its versions, the current one first
 */
record Versions(List<Instance> newestFirst) {

	/** The most versions that are remembered, the current one counted. */
	static final int MOST = 4;

	static final Versions FIRST = new Versions(List.of(Instance.SAMPLE));

	Versions {
		newestFirst = List.copyOf(newestFirst);
	}

	Instance current() {
		return this.newestFirst.get(0);
	}

	/** Makes another version the current one; the oldest may be forgotten for it. */
	Versions with(Instance instance) {
		List<Instance> versions = new ArrayList<>(this.newestFirst);
		versions.remove(instance);
		versions.add(0, instance);
		return new Versions(versions.subList(0, Math.min(MOST, versions.size())));
	}

	/**
	 * The newest version that a client has. Only a strong tag tells its very octets, and
	 * a delta fits no others.
	 * @param tags the entity tags of what the client has
	 */
	Optional<Instance> base(List<EntityTag> tags) {
		return this.newestFirst.stream()
			.filter((instance) -> tags.stream().anyMatch(instance.entityTag()::matchesStrongly))
			.findFirst();
	}

}

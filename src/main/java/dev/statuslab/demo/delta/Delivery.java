package dev.statuslab.demo.delta;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import dev.statuslab.http.EntityTag;
import dev.statuslab.http.Gzip;
import org.jspecify.annotations.Nullable;

/**
 * The current instance on its way to a client, and what was done to it.
 *
 * @param octets the content
 * @param manipulations the instance manipulations that made it, in order; empty for the
 * instance as it is
 * @param base the version that a delta is to be applied to; null without a delta
 */
record Delivery(byte[] octets, List<String> manipulations, @Nullable EntityTag base) {

	/** The output of {@code diff -e} (RFC 3229 §10.5.2). */
	static final String DIFFE = "diffe";

	/**
	 * Applies what a client accepts, in its order (RFC 3229 §10.5.3).
	 * @param versions the list
	 * @param has the entity tags of what the client has
	 * @param accepted the manipulations that it accepts
	 */
	static Delivery of(Versions versions, List<EntityTag> has, List<String> accepted) {
		Delivery delivery = new Delivery(versions.current().octets(), List.of(), null);
		int diffe = accepted.indexOf(DIFFE);
		Instance base = (diffe >= 0) ? versions.base(has).filter(Instance::ofWholeLines).orElse(null) : null;
		// lines are compared of the instance itself: what would come before is left out
		boolean delta = base != null && versions.current().ofWholeLines();
		if (delta) {
			delivery = delivery.delta(base, versions.current());
		}
		return (accepted.indexOf(Gzip.CODING) > (delta ? diffe : -1)) ? delivery.gzip() : delivery;
	}

	private Delivery delta(Instance from, Instance to) {
		byte[] script = EdScript.of(from.lines(), to.lines()).getBytes(StandardCharsets.UTF_8);
		return new Delivery(script, List.of(DIFFE), from.entityTag());
	}

	private Delivery gzip() {
		List<String> more = new ArrayList<>(this.manipulations);
		more.add(Gzip.CODING);
		return new Delivery(Gzip.code(this.octets), List.copyOf(more), this.base);
	}

}

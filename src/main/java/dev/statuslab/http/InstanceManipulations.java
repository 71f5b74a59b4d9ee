package dev.statuslab.http;

import java.util.List;
import java.util.Map;

/**
 * The instance manipulations that a request accepts: its field A-IM (RFC 3229 §10.5.3).
 * Members that can't be read are passed over.
 */
public final class InstanceManipulations {

	/** The request field's name. */
	public static final String FIELD = "A-IM";

	/** The response field that tells which were applied, in order (RFC 3229 §10.5.2). */
	public static final String APPLIED = "IM";

	private static final String IDENTITY = "identity";

	private final Map<String, Double> weights;

	private InstanceManipulations(List<String> lines) {
		this.weights = Negotiation.weights(lines);
	}

	/**
	 * Reads the field.
	 * @param lines its lines, in the order received; empty where it is absent
	 * @return what is accepted
	 */
	public static InstanceManipulations of(List<String> lines) {
		return new InstanceManipulations(lines);
	}

	/**
	 * The manipulations that may be applied: all that are listed, but for those with the
	 * weight 0 and those that the client likes less than the instance as it is.
	 * @return their names in lower case, in the order in which they are to be applied
	 */
	public List<String> accepted() {
		double unchanged = this.weights.getOrDefault(IDENTITY, 0.0);
		return this.weights.entrySet()
			.stream()
			.filter((member) -> !IDENTITY.equals(member.getKey()))
			.filter((member) -> member.getValue() > 0 && member.getValue() >= unchanged)
			.map(Map.Entry::getKey)
			.toList();
	}

	/**
	 * Whether the instance may be sent as it is: always, unless {@code identity;q=0} says
	 * otherwise.
	 * @return whether it is not excluded
	 */
	public boolean acceptIdentity() {
		return this.weights.getOrDefault(IDENTITY, 1.0) > 0;
	}

}

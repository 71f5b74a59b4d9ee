package dev.statuslab.conformance;

import dev.statuslab.data.InvalidEntryException;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a specification asks for.
 *
 * @param id its name here, made of the clause
 * @param subject the code or method that it is about; {@code any} for all messages
 * @param clause where it is written, such as {@code RFC 9110 §15.5.6}
 * @param level how strongly it binds
 * @param who whom it binds
 * @param requirement what is asked for, in short
 * @param notApplicable why it does not bind this server, if so
 * @param deviates why the server does something else, if so
 */
public record Requirement(String id, String subject, String clause, Level level, String who, String requirement,
		@Nullable String notApplicable, @Nullable String deviates) {

	public Requirement {
		InvalidEntryException.written("id", id);
		InvalidEntryException.written("subject", subject);
		InvalidEntryException.written("clause", clause);
		InvalidEntryException.required("level", level);
		InvalidEntryException.written("who", who);
		InvalidEntryException.written("requirement", requirement);
		if (notApplicable != null && deviates != null) {
			throw new InvalidEntryException("deviates", "has no place beside notApplicable");
		}
		if (deviates != null && !level.leavesRoom()) {
			throw new InvalidEntryException("deviates", "has no place here: from a " + level + " nobody may deviate");
		}
	}

	/**
	 * Why nothing checks it.
	 * @return the reason; null if it is to be checked
	 */
	public @Nullable String reason() {
		return (this.notApplicable != null) ? this.notApplicable : this.deviates;
	}

	/**
	 * Where the clause can be read.
	 * @return the address
	 */
	public String url() {
		return ClauseAddress.of(this.clause);
	}

}

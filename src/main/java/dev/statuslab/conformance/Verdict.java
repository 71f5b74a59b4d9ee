package dev.statuslab.conformance;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** What can be said of a requirement. */
public enum Verdict {

	/** Each of its checks has passed in the build's own test run. */
	HOLDS,

	/** At least one of its checks has failed there. */
	FAILS,

	/** At least one of its checks was not run, and none has failed. */
	NOT_RUN,

	/** The server does something else, and says why. */
	DEVIATES,

	/** It does not bind this server, for a reason. */
	NOT_APPLICABLE;

	@Override
	@JsonValue
	public String toString() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}

package dev.statuslab.server;

import org.jspecify.annotations.Nullable;

/** Looks for what has caused a failure. */
final class Causes {

	private Causes() {
	}

	/**
	 * The failure itself or the nearest of its causes that is of this type, if any is.
	 */
	static <T> @Nullable T find(@Nullable Throwable failure, Class<T> type) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (type.isInstance(cause)) {
				return type.cast(cause);
			}
		}
		return null;
	}

}

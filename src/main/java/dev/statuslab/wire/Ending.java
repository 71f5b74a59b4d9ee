package dev.statuslab.wire;

/** How a connection stands after what was read from it. */
public enum Ending {

	/** It is open, and nothing that came says that it won't stay so. */
	KEPT,

	/** It is open, and no longer speaks HTTP: a 101, or a 2xx to CONNECT. */
	SWITCHED,

	/** The server closed it in order (TCP FIN). */
	CLOSED,

	/** The server reset it (TCP RST). */
	RESET,

	/** This side reset or closed it. */
	ABORTED,

	/** It is open, but nothing moved for too long ({@link Limits#silence}). */
	SILENT,

	/** It is open, but the time was up ({@link Limits#exchange}). */
	TIMED_OUT,

	/** It is open, but more came than may ({@link Limits#received}). */
	TOO_LONG

}

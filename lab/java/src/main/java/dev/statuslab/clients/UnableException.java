package dev.statuslab.clients;

/**
 * The client can't send this request at all: its exercise is left out, and the report
 * says "not seen".
 */
class UnableException extends Exception {

	UnableException(String message) {
		super(message);
	}

}

package dev.statuslab.demo.access;

import com.fasterxml.jackson.annotation.JsonValue;

/** What a user may do. */
enum Role {

	/** May see what any user may see. */
	USER,

	/** May see everything. */
	ADMIN;

	@JsonValue
	String text() {
		return (this == USER) ? "user" : "admin";
	}

}

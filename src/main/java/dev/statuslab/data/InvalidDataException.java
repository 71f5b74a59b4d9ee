package dev.statuslab.data;

import org.jspecify.annotations.Nullable;

/** A data file is broken; the message names the file, the entry and the field. */
public class InvalidDataException extends IllegalStateException {

	InvalidDataException(String file, @Nullable String entry, @Nullable String field, String fault) {
		super(file + ((entry != null) ? ", entry " + entry : "") + ((field != null) ? ", field " + field : "") + ": "
				+ fault);
	}

}

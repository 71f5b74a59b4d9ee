package dev.statuslab.catalog;

import org.jspecify.annotations.Nullable;

/**
 * A file of the catalogue is broken; the message names the file, the entry and the field.
 */
public class InvalidCatalogException extends IllegalStateException {

	InvalidCatalogException(String file, @Nullable String entry, @Nullable String field, String fault) {
		super("catalog/" + file + ((entry != null) ? ", entry " + entry : "")
				+ ((field != null) ? ", field " + field : "") + ": " + fault);
	}

}

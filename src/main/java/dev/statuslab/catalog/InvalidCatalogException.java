package dev.statuslab.catalog;

/**
 * A file of the catalogue is broken; the message names the file, the entry and the field.
 */
public class InvalidCatalogException extends IllegalStateException {

	InvalidCatalogException(String file, String entry, String field, String fault) {
		super("%s, entry %s, field %s: %s".formatted(file, entry, field, fault));
	}

}

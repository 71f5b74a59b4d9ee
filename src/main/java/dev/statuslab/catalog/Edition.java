package dev.statuslab.catalog;

import java.time.LocalDate;

import dev.statuslab.data.InvalidEntryException;

/**
 * A state of the catalogue.
 *
 * @param version its version, such as {@code 2026.11.1}: year, month and number
 * @param registry the date of the IANA HTTP Status Code Registry that it follows
 */
public record Edition(String version, LocalDate registry) {

	public Edition {
		InvalidEntryException.written("version", version);
		InvalidEntryException.required("registry", registry);
		if (!version.matches("[0-9]{4}\\.[0-9]{1,2}\\.[0-9]+")) {
			throw new InvalidEntryException("version", "is not a year, a month and a number, such as 2026.11.1");
		}
	}

}

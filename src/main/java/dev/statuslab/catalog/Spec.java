package dev.statuslab.catalog;

import dev.statuslab.data.InvalidEntryException;

/**
 * A clause of a specification, or a vendor's page.
 *
 * @param label for people, such as {@code RFC 9110 §15.5.5}
 * @param url where to read it
 */
public record Spec(String label, String url) {

	public Spec {
		InvalidEntryException.written("label", label);
		InvalidEntryException.written("url", url);
	}

}

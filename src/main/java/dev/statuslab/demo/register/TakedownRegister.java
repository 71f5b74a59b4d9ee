package dev.statuslab.demo.register;

import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

/**
 * The demands that the library follows. The jurisdictions are codes that ISO 3166-1
 * leaves to its users: no real country is meant.
 */
@Component
class TakedownRegister {

	private static final List<Takedown> ENTRIES = List.of(
			new Takedown(Item.PAMPHLET, new Jurisdiction("XA"), "The Ministry of Mondays", "Calendar Protection Act",
					"Everybody in XA, and every copy of the pamphlet"),
			new Takedown(Item.PAMPHLET, new Jurisdiction("XB"), "The District Court of XB",
					"Order 7/2024 on Working Weeks", "Callers in XB, and this edition of the pamphlet"),
			new Takedown(Item.COOKBOOK, new Jurisdiction("XB"), "The Board of Broths", "Soup Secrecy Act",
					"Everybody in XB, and every recipe for soup"));

	List<Takedown> entries() {
		return ENTRIES;
	}

	/** The demand that concerns an item in a jurisdiction, if there is one. */
	Optional<Takedown> find(Item item, Jurisdiction jurisdiction) {
		return ENTRIES.stream()
			.filter((entry) -> entry.item() == item && entry.jurisdiction().equals(jurisdiction))
			.findFirst();
	}

}

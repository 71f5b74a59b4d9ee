package dev.statuslab.demo.register;

import dev.statuslab.http.ProblemException;

/**
 * An entry of the register: a legal demand that the library follows. The explanation has
 * what RFC 7725 §3 asks for.
 *
 * @param item what is withheld
 * @param jurisdiction from whom
 * @param demandedBy the party that made the demand
 * @param law the law or regulation that it rests on
 * @param appliesTo the persons and resources concerned
 */
record Takedown(Item item, Jurisdiction jurisdiction, String demandedBy, String law, String appliesTo) {

	/**
	 * The refusal.
	 * @param operator the address of who implements the block, which need not be who
	 * demanded it (RFC 7725 §4)
	 * @return the problem
	 */
	ProblemException blockedBy(String operator) {
		return new ProblemException(451,
				"%s demands under the %s that this item is withheld from callers in %s.".formatted(this.demandedBy,
						this.law, this.jurisdiction.code()))
			.with("jurisdiction", this.jurisdiction.code())
			.with("demandedBy", this.demandedBy)
			.with("law", this.law)
			.with("appliesTo", this.appliesTo)
			.field("Link", "<%s>; rel=\"blocked-by\"".formatted(operator));
	}

}

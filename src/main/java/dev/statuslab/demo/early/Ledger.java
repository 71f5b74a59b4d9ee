package dev.statuslab.demo.early;

/**
 * The transfers of a key.
 *
 * @param transfers how many there were
 * @param total the sum of their amounts
 */
record Ledger(long transfers, long total) {

	static final Ledger EMPTY = new Ledger(0, 0);

	Ledger with(int amount) {
		return new Ledger(this.transfers + 1, this.total + amount);
	}

}

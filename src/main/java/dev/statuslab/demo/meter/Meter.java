package dev.statuslab.demo.meter;

/**
 * What a key has paid for and not used yet.
 *
 * @param balance how many units are left, not negative
 * @param used how many units were used
 */
record Meter(long balance, long used) {

	/** One unit is free, so that a report can be had before the first payment. */
	static final Meter NEW = new Meter(1, 0);

	/**
	 * Uses a unit.
	 * @return the meter without it
	 * @throws EmptyMeterException if there is none
	 */
	Meter use() {
		if (this.balance == 0) {
			throw new EmptyMeterException();
		}
		return new Meter(this.balance - 1, this.used + 1);
	}

	Meter credit(int units) {
		return new Meter(this.balance + units, this.used);
	}

}

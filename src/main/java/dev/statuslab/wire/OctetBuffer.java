package dev.statuslab.wire;

import java.io.ByteArrayOutputStream;

/** Gathers octets as far as a bound, and counts those beyond. */
final class OctetBuffer {

	private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

	private final int bound;

	private long total;

	OctetBuffer(int bound) {
		this.bound = bound;
	}

	void add(int octet) {
		this.total++;
		if (this.kept.size() < this.bound) {
			this.kept.write(octet);
		}
	}

	long total() {
		return this.total;
	}

	Octets toOctets() {
		return new Octets(this.kept.toByteArray(), this.total);
	}

}

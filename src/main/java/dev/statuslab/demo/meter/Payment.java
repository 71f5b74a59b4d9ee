package dev.statuslab.demo.meter;

import java.time.Instant;

/**
 * A receipt.
 *
 * @param id its name in addresses
 * @param units what was paid for
 * @param paidAt when
 */
record Payment(String id, int units, Instant paidAt) {
}

package dev.statuslab.demo.meter;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

import dev.statuslab.http.Preconditions;
import dev.statuslab.http.Validators;
import dev.statuslab.store.Store;
import dev.statuslab.store.Stores;

import org.springframework.stereotype.Component;

/** The meters of all keys, and the receipts. A key that nobody has used has a new one. */
@Component
class Meters {

	private final Store<Meter> meters;

	private final Store<Payment> payments;

	Meters(Stores stores) {
		this.meters = stores.open("meter", Meter.class);
		this.payments = stores.open("payment", Payment.class);
	}

	Meter read(String key) {
		return this.meters.read(key).orElse(Meter.NEW);
	}

	/**
	 * Uses a unit of a key, or throws and leaves everything as it is.
	 * @throws EmptyMeterException if it has none
	 * @throws dev.statuslab.http.ProblemException 412 if a precondition is false
	 */
	Meter use(String key, Preconditions preconditions) {
		return change(key, (meter) -> {
			Meter used = meter.use();
			preconditions.requireForWrite("POST", Validators.UNKNOWN);
			return used;
		});
	}

	/** Takes a payment; the units can be used from now on. */
	Payment pay(String key, int units) {
		Payment payment = new Payment(UUID.randomUUID().toString(), units,
				Instant.now().truncatedTo(ChronoUnit.MILLIS));
		this.payments.create(receipt(key, payment.id()), payment);
		change(key, (meter) -> meter.credit(units));
		return payment;
	}

	Optional<Payment> payment(String key, String id) {
		return this.payments.read(receipt(key, id));
	}

	private Meter change(String key, UnaryOperator<Meter> change) {
		return this.meters.put(key, () -> change.apply(Meter.NEW), change);
	}

	private static String receipt(String key, String id) {
		return key + "/" + id;
	}

}

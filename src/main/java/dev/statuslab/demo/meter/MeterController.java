package dev.statuslab.demo.meter;

import java.net.URI;

import dev.statuslab.http.Links;
import dev.statuslab.http.Preconditions;
import dev.statuslab.http.ProblemException;
import dev.statuslab.http.Validators;
import dev.statuslab.http.VisitorKey;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Reports that cost a unit each (RFC 9110 §15.5.3). To ask for one is a POST: a charge
 * for GET would be allowed, since the client did not request it (§9.2.1), but then every
 * link checker and every prefetch would use the visitor's balance.
 */
@RestController
@RequestMapping("/demo/meter/{key}")
@Tag(name = "Meter: pay and go on")
class MeterController {

	private final Meters meters;

	MeterController(Meters meters) {
		this.meters = meters;
	}

	@GetMapping
	@Operation(operationId = "readMeter", summary = "See what is left, at no charge")
	ResponseEntity<Balance> read(@PathVariable String key) {
		return answer(ResponseEntity.ok(), Balance.of(key, this.meters.read(VisitorKey.require(key))));
	}

	@PostMapping("/reports")
	@Operation(operationId = "requestReport", summary = "Get a report for one unit")
	ResponseEntity<Report> report(@PathVariable String key, Preconditions preconditions, Links links) {
		try {
			Meter meter = this.meters.use(VisitorKey.require(key), preconditions);
			return answer(ResponseEntity.ok(), new Report(key, meter.used(), meter.balance()));
		}
		catch (EmptyMeterException ex) {
			throw ex.payAt(payments(key, links));
		}
	}

	@PostMapping(path = "/payments", consumes = MediaType.APPLICATION_JSON_VALUE)
	@Operation(operationId = "payUnits", summary = "Pay for units, with play money")
	ResponseEntity<Payment> pay(@PathVariable String key, @RequestBody PaymentOrder order, Preconditions preconditions,
			Links links) {
		VisitorKey.require(key);
		int units = order.requiredUnits();
		preconditions.requireForWrite("POST", Validators.UNKNOWN);
		Payment payment = this.meters.pay(key, units);
		String receipt = payments(key, links) + "/" + payment.id();
		return answer(ResponseEntity.created(URI.create(receipt)), payment);
	}

	@GetMapping("/payments/{id}")
	@Operation(operationId = "getPayment", summary = "The receipt of a payment")
	ResponseEntity<Payment> payment(@PathVariable String key, @PathVariable String id) {
		return answer(ResponseEntity.ok(),
				this.meters.payment(VisitorKey.require(key), id)
					.orElseThrow(() -> new ProblemException(404,
							"There is no such payment of this key. Receipts are kept for a while only.")));
	}

	private static String payments(String key, Links links) {
		return links.path("/demo/meter/" + key + "/payments");
	}

	private static <T> ResponseEntity<T> answer(ResponseEntity.BodyBuilder response, T content) {
		return response.cacheControl(CacheControl.noStore()).contentType(MediaType.APPLICATION_JSON).body(content);
	}

	/**
	 * What a key has.
	 *
	 * @param key whose
	 * @param balance how many units are left
	 * @param used how many were used
	 */
	record Balance(String key, long balance, long used) {

		static Balance of(String key, Meter meter) {
			return new Balance(key, meter.balance(), meter.used());
		}

	}

	/**
	 * What a unit was used for.
	 *
	 * @param key whose
	 * @param report the number of the report
	 * @param balance how many units are left
	 */
	record Report(String key, long report, long balance) {
	}

}

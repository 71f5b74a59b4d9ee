package dev.statuslab.demo.early;

import dev.statuslab.http.Preconditions;
import dev.statuslab.http.Validators;
import dev.statuslab.http.VisitorKey;
import dev.statuslab.store.Store;
import dev.statuslab.store.Stores;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A ledger that a replayed request would falsify (RFC 8470 §3). */
@RestController
@RequestMapping("/demo/transfers/{key}")
@Tag(name = "Early data: not before the handshake")
class TransferController {

	private final Store<Ledger> ledgers;

	TransferController(Stores stores) {
		this.ledgers = stores.open("transfers", Ledger.class);
	}

	/** Comes before every method here, and before their content is read. */
	@ModelAttribute
	void refuseReplayable(HttpServletRequest request) {
		EarlyData.refuseUnsafe(request);
	}

	@GetMapping
	@Operation(operationId = "readTransfers", summary = "See how much was transferred, early or not")
	ResponseEntity<Statement> read(@PathVariable String key) {
		return answer(key, this.ledgers.read(VisitorKey.require(key)).orElse(Ledger.EMPTY));
	}

	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
	@Operation(operationId = "makeTransfer", summary = "Transfer an amount, just once")
	ResponseEntity<Statement> transfer(@PathVariable String key, @RequestBody Transfer transfer,
			Preconditions preconditions) {
		VisitorKey.require(key);
		int amount = transfer.requiredAmount();
		preconditions.requireForWrite("POST", Validators.UNKNOWN);
		return answer(key, this.ledgers.put(key, () -> Ledger.EMPTY.with(amount), (ledger) -> ledger.with(amount)));
	}

	@DeleteMapping
	@Operation(operationId = "forgetTransfers", summary = "Begin a new ledger")
	ResponseEntity<Void> forget(@PathVariable String key, Preconditions preconditions) {
		VisitorKey.require(key);
		preconditions.requireForWrite("DELETE", Validators.UNKNOWN);
		this.ledgers.remove(key);
		return ResponseEntity.noContent().build();
	}

	private static ResponseEntity<Statement> answer(String key, Ledger ledger) {
		return ResponseEntity.ok()
			.cacheControl(CacheControl.noStore())
			.contentType(MediaType.APPLICATION_JSON)
			.body(new Statement(key, ledger.transfers(), ledger.total()));
	}

	/**
	 * What was transferred.
	 *
	 * @param key by whom
	 * @param transfers how many times
	 * @param total how much in all
	 */
	record Statement(String key, long transfers, long total) {
	}

}

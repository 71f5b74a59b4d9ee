package dev.statuslab.demo.capacity;

import java.time.Duration;
import java.time.Instant;

import dev.statuslab.demo.capacity.Maintenance.Window;
import dev.statuslab.http.Preconditions;
import dev.statuslab.http.ProblemException;
import dev.statuslab.http.RetryAfter;
import dev.statuslab.http.RetryForm;
import dev.statuslab.http.Validators;
import dev.statuslab.http.VisitorKey;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * A service that its operator can close for a while (RFC 9110 §15.6.4). GET and HEAD are
 * the visitor's side and get the 503; POST and DELETE are the operator's and always work.
 */
@RestController
@RequestMapping("/demo/maintenance/{key}")
@Tag(name = "Capacity: maintenance windows and exhausted pools")
class MaintenanceController {

	private final Maintenance maintenance;

	MaintenanceController(Maintenance maintenance) {
		this.maintenance = maintenance;
	}

	@GetMapping
	@Operation(operationId = "useMaintainedService", summary = "Use a service that may be closed for maintenance")
	ResponseEntity<ServiceAvailable> use(@PathVariable String key,
			@RequestParam(required = false) @Nullable String as) {
		RetryForm form = RetryForm.of(as);
		Instant now = this.maintenance.now();
		this.maintenance.current(VisitorKey.require(key)).ifPresent((window) -> {
			throw closed(form.until(window.until(), now));
		});
		return ok(new ServiceAvailable(key, "available"));
	}

	/**
	 * Opens a window. The answer is 200, not 201: the resource at this address was there
	 * before, and no other is made; the content tells what the action led to (RFC 9110
	 * §9.3.3, §15.3.1).
	 */
	@PostMapping
	@Operation(operationId = "startMaintenance", summary = "Close the service for some seconds")
	ResponseEntity<ServiceClosed> start(@PathVariable String key, @RequestBody(required = false) @Nullable Span span,
			Preconditions preconditions) {
		VisitorKey.require(key);
		Duration length = Span.in(span, Maintenance.RANGE);
		preconditions.requireForWrite("POST", Validators.UNKNOWN);
		Window window = this.maintenance.open(key, length);
		return ok(new ServiceClosed(key, "maintenance", window.until()));
	}

	/**
	 * Ends a window. Where none is open the wish is fulfilled already: 204 too.
	 */
	@DeleteMapping
	@Operation(operationId = "endMaintenance", summary = "Open the service again")
	ResponseEntity<Void> end(@PathVariable String key, Preconditions preconditions) {
		VisitorKey.require(key);
		preconditions.requireForWrite("DELETE", Validators.UNKNOWN);
		this.maintenance.end(key);
		return ResponseEntity.noContent().build();
	}

	private static ProblemException closed(RetryAfter retryAfter) {
		return new ProblemException(503,
				"The service is closed for maintenance and opens by itself. Retry-After tells when.")
			.field(RetryAfter.FIELD, retryAfter.value());
	}

	private static <T> ResponseEntity<T> ok(T content) {
		return ResponseEntity.ok()
			.cacheControl(CacheControl.noStore())
			.contentType(MediaType.APPLICATION_JSON)
			.body(content);
	}

	record ServiceAvailable(String key, String state) {
	}

	record ServiceClosed(String key, String state, Instant until) {
	}

}

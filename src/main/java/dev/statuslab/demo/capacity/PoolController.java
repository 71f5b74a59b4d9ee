package dev.statuslab.demo.capacity;

import java.time.Duration;

import dev.statuslab.demo.capacity.Pools.Work;
import dev.statuslab.http.Preconditions;
import dev.statuslab.http.RetryForm;
import dev.statuslab.http.VisitorKey;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;

/** Two workers a key, and 503 for the third request that wants one. */
@RestController
@RequestMapping("/demo/pool/{key}")
@Tag(name = "Capacity: maintenance windows and exhausted pools")
class PoolController {

	/** Later than any work ends, so that the container's own limit never answers. */
	private static final long TIMEOUT_MILLISECONDS = Duration.ofSeconds(Pools.RANGE.maximum() + 5L).toMillis();

	private final Pools pools;

	PoolController(Pools pools) {
		this.pools = pools;
	}

	@GetMapping
	@Operation(operationId = "readPool", summary = "See how many workers are busy")
	ResponseEntity<PoolState> read(@PathVariable String key) {
		return ok(new PoolState(Pool.WORKERS, this.pools.busy(VisitorKey.require(key))));
	}

	/**
	 * Lets a worker work; the answer comes when it is done. No thread waits meanwhile. A
	 * client that leaves sets the worker free.
	 */
	@PostMapping
	@Operation(operationId = "occupyWorker", summary = "Keep a worker busy for some seconds")
	DeferredResult<ResponseEntity<PoolWork>> occupy(@PathVariable String key,
			@RequestParam(required = false) @Nullable String as, @RequestBody(required = false) @Nullable Span span,
			Preconditions preconditions) {
		RetryForm form = RetryForm.of(as);
		Duration length = Span.in(span, Pools.RANGE);
		Work work = begin(VisitorKey.require(key), length, preconditions, form);
		DeferredResult<ResponseEntity<PoolWork>> answer = new DeferredResult<>(TIMEOUT_MILLISECONDS);
		answer.onCompletion(work::abandon);
		work.released().thenRun(() -> answer.setResult(ok(new PoolWork(key, length.toSeconds()))));
		return answer;
	}

	private Work begin(String key, Duration length, Preconditions preconditions, RetryForm form) {
		try {
			return this.pools.occupy(key, length, preconditions);
		}
		catch (ExhaustedException ex) {
			throw ex.retryAfter(form);
		}
	}

	private static <T> ResponseEntity<T> ok(T content) {
		return ResponseEntity.ok()
			.cacheControl(CacheControl.noStore())
			.contentType(MediaType.APPLICATION_JSON)
			.body(content);
	}

	record PoolState(int workers, int busy) {
	}

	record PoolWork(String key, long seconds) {
	}

}

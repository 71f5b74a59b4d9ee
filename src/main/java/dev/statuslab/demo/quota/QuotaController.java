package dev.statuslab.demo.quota;

import java.time.Instant;

import dev.statuslab.http.ProblemException;
import dev.statuslab.http.RateLimit;
import dev.statuslab.http.RateLimitPolicy;
import dev.statuslab.http.RetryAfter;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * A resource with a quota (RFC 6585 §4). GET and HEAD use a token each, even where a
 * precondition is false: it counts only for who is not refused here (RFC 9110 §13.2.1).
 * What is refused for another reason uses none: a key that is none, and every other
 * method with 405.
 */
@RestController
@RequestMapping("/demo/quota/{key}")
@Tag(name = "Quota: a rate limiter")
class QuotaController {

	private final Quota quota;

	QuotaController(Quota quota) {
		this.quota = quota;
	}

	@GetMapping
	@Operation(operationId = "useQuota", summary = "Use a resource that may be asked only so often")
	ResponseEntity<QuotaUse> use(@PathVariable String key, @RequestParam(required = false) @Nullable String as) {
		RetryForm form = RetryForm.of(as);
		Allowance allowance = this.quota.take(VisitorKey.require(key));
		RateLimit limit = allowance.limit();
		if (!allowance.granted()) {
			throw exceeded(limit, form.in(limit.reset(), Instant.now()));
		}
		return ResponseEntity.ok()
			.cacheControl(CacheControl.noStore())
			.header(RateLimitPolicy.FIELD, limit.policy().value())
			.header(RateLimit.FIELD, limit.value())
			.contentType(MediaType.APPLICATION_JSON)
			.body(QuotaUse.of(key, limit));
	}

	private static ProblemException exceeded(RateLimit limit, RetryAfter retryAfter) {
		RateLimitPolicy policy = limit.policy();
		return new ProblemException(429,
				"This key has used its %d requests in %d seconds. Retry-After tells when there are more."
					.formatted(policy.quota(), policy.window().toSeconds()))
			.field(RetryAfter.FIELD, retryAfter.value())
			.field(RateLimitPolicy.FIELD, policy.value())
			.field(RateLimit.FIELD, limit.value())
			.with("limit", policy.quota())
			.with("window", policy.window().toSeconds());
	}

	/**
	 * What is left after a request that was granted.
	 *
	 * @param key whose
	 * @param limit how many requests a window has
	 * @param remaining how many of them are left
	 * @param window the length of a window, in seconds
	 * @param reset when the next one begins, in seconds from now
	 */
	record QuotaUse(String key, long limit, long remaining, long window, long reset) {

		static QuotaUse of(String key, RateLimit limit) {
			RateLimitPolicy policy = limit.policy();
			return new QuotaUse(key, policy.quota(), limit.remaining(), policy.window().toSeconds(),
					limit.resetSeconds());
		}

	}

}

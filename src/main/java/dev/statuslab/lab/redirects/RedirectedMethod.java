package dev.statuslab.lab.redirects;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import dev.statuslab.lab.Arrival;
import dev.statuslab.lab.Attempt;
import dev.statuslab.lab.Exercise;
import dev.statuslab.lab.Finding;
import dev.statuslab.lab.Origins;
import dev.statuslab.lab.PlannedRequest;
import dev.statuslab.lab.Reply;

/**
 * Which method, and which content, a client goes on with after a redirect.
 *
 * @param code the status code
 * @param method the method of the request that is redirected
 */
record RedirectedMethod(int code, String method) implements Exercise {

	private static final String CONTENT = "carry=this";

	private static final String NEXT = "/next";

	@Override
	public String name() {
		return "redirect-" + this.code + "-" + this.method.toLowerCase(Locale.ROOT);
	}

	@Override
	public List<PlannedRequest> requests(String base) {
		PlannedRequest request = PlannedRequest.of(this.method, base);
		return List.of(hasContent() ? request.field("Content-Type", "text/plain").content(CONTENT) : request);
	}

	@Override
	public Reply reply(Attempt attempt, Arrival arrival, Origins origins) {
		return arrival.below().isEmpty() ? Reply.redirect(this.code, origins.path() + NEXT) : Reply.ok("arrived\n");
	}

	@Override
	public Finding judge(Attempt attempt, Instant now) {
		Optional<Arrival> next = attempt.first(NEXT);
		if (attempt.first("").filter((first) -> first.method().equals(this.method)).isEmpty()) {
			return Finding.notSeen("other-method", this.method);
		}
		if (next.isEmpty()) {
			return attempt.isOver(now, 1) ? Finding.notSeen("not-followed") : Finding.pending();
		}
		return judge(next.get()).showing(attempt, "Content-Type");
	}

	private Finding judge(Arrival next) {
		if (this.code == 303) {
			return retrieved(next);
		}
		if (next.method().equals(this.method)) {
			return (!hasContent() || next.text().equals(CONTENT)) ? Finding.passed("kept", this.method)
					: Finding.failed("content-lost", this.method);
		}
		boolean mayRetrieve = this.method.equals("POST") && this.code < 303;
		if (mayRetrieve && next.method().equals("GET") && next.length() == 0) {
			return Finding.noted("post-became-get");
		}
		return Finding.failed("method-changed", this.method, next.method());
	}

	/** RFC 9110 §15.4.4: by a retrieval, whatever the method was. */
	private Finding retrieved(Arrival next) {
		if (next.length() > 0) {
			return Finding.failed("content-carried", next.method());
		}
		String expected = this.method.equals("HEAD") ? "HEAD" : "GET";
		if (next.method().equals(expected)) {
			return Finding.passed("retrieved", expected);
		}
		return List.of("GET", "HEAD").contains(next.method())
				? Finding.noted("retrieved-otherwise", this.method, next.method())
				: Finding.failed("not-retrieved", next.method());
	}

	private boolean hasContent() {
		return this.method.equals("POST") || this.method.equals("PUT");
	}

}

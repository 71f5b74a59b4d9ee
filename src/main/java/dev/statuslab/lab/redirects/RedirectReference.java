package dev.statuslab.lab.redirects;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import dev.statuslab.lab.Arrival;
import dev.statuslab.lab.Attempt;
import dev.statuslab.lab.Exercise;
import dev.statuslab.lab.Finding;
import dev.statuslab.lab.Origins;
import dev.statuslab.lab.PlannedRequest;
import dev.statuslab.lab.Reply;
import org.jspecify.annotations.Nullable;

/**
 * Where a client goes that is given a reference (RFC 9110 §10.2.2, RFC 3986 §5).
 *
 * @param name the exercise's name
 * @param from the path below the exercise where it begins
 * @param location makes the reference of the exercise's path; null for an absolute one
 * @param to the target below the exercise where it leads
 */
record RedirectReference(String name, String from, @Nullable UnaryOperator<String> location,
		String to) implements Exercise {

	private static final int STATUS = 302;

	private static final Pattern ENCODED = Pattern.compile("%([0-9A-Fa-f]{2})");

	private static final Pattern UNRESERVED = Pattern.compile("[A-Za-z0-9._~-]");

	@Override
	public List<PlannedRequest> requests(String base) {
		return List.of(PlannedRequest.get(base + this.from));
	}

	@Override
	public Reply reply(Attempt attempt, Arrival arrival, Origins origins) {
		if (!arrival.below().equals(this.from)) {
			return Reply.ok("arrived\n");
		}
		return Reply.redirect(STATUS,
				(this.location != null) ? this.location.apply(origins.path()) : origins.base() + this.to);
	}

	@Override
	public Finding judge(Attempt attempt, Instant now) {
		Optional<Arrival> first = attempt.first(this.from);
		Optional<Arrival> next = attempt.arrivals()
			.stream()
			.filter((arrival) -> !arrival.below().equals(this.from))
			.findFirst();
		if (first.isEmpty() || next.isEmpty()) {
			if (!attempt.isOver(now, 1)) {
				return Finding.pending();
			}
			boolean elsewhere = attempt.told(1)
				.filter((told) -> told.status() != null && !told.saw(STATUS))
				.isPresent();
			return elsewhere ? Finding.failed("elsewhere", this.to) : Finding.notSeen("not-followed");
		}
		String target = first.get().target();
		String expected = target.substring(0, target.length() - this.from.length()) + this.to;
		String seen = next.get().target();
		if (seen.equals(expected)) {
			return Finding.passed("arrived", this.to);
		}
		return normal(seen).equals(normal(expected)) ? Finding.noted("normalized", expected, seen)
				: Finding.failed("target-changed", expected, seen);
	}

	/** Equivalent targets are equal then (RFC 3986 §6.2.2). */
	private static String normal(String target) {
		return ENCODED.matcher(target).replaceAll(RedirectReference::normal);
	}

	private static String normal(MatchResult octet) {
		String decoded = String.valueOf((char) Integer.parseInt(octet.group(1), 16));
		return UNRESERVED.matcher(decoded).matches() ? decoded : octet.group().toUpperCase(Locale.ROOT);
	}

}

package dev.statuslab.lab.framing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.statuslab.lab.Arrival;
import dev.statuslab.lab.Attempt;
import dev.statuslab.lab.Exercise;
import dev.statuslab.lab.Finding;
import dev.statuslab.lab.Origins;
import dev.statuslab.lab.Reply;
import dev.statuslab.lab.Told;

/**
 * What a client makes of content that broke off, with a validator to go on from (RFC 9110
 * §13.1.5, §14, §15.3.7.3).
 *
 * @param name the exercise's name
 * @param kind what awaits it
 */
record Resumption(String name, Kind kind) implements Exercise {

	private static final Pattern RANGE = Pattern.compile("bytes=([0-9]{1,4})-[0-9]*");

	private static final int LINES = 8;

	private static final String RANGE_FIELD = "Range";

	private static final String CONDITION = "If-Range";

	@Override
	public boolean needsTelling() {
		return true;
	}

	@Override
	public Reply reply(Attempt attempt, Arrival arrival, Origins origins) {
		if (arrival.number() == 1) {
			String content = content(1);
			return reply(200, 1, content).breakOff(content.length() / 2, false);
		}
		int edition = edition();
		String whole = content(edition);
		Matcher range = RANGE.matcher(arrival.value(RANGE_FIELD).orElse(""));
		String wanted = arrival.value("If-Match").orElse("*");
		if (!wanted.equals("*") && !wanted.equals(tag(edition))) {
			return reply(412, edition, "It has changed.\n");
		}
		boolean serves = arrival.value(CONDITION).map(strong(edition)::equals).orElse(true);
		if (!range.matches() || !serves || Integer.parseInt(range.group(1)) >= whole.length()) {
			return reply(200, edition, whole);
		}
		int from = Integer.parseInt(range.group(1));
		return reply(206, edition, whole.substring(from)).field("Content-Range",
				"bytes %d-%d/%d".formatted(from, whole.length() - 1, whole.length()));
	}

	@Override
	public Finding judge(Attempt attempt, Instant now) {
		List<Arrival> later = attempt.arrivals().subList(1, attempt.arrivals().size());
		if (later.stream().anyMatch((arrival) -> arrival.value(CONDITION).orElse("").startsWith("W/"))) {
			return Finding.failed("weak-condition").showing(attempt, RANGE_FIELD, CONDITION);
		}
		Optional<Finding> missing = Account.missing(attempt, now, 1);
		return missing.isPresent() ? missing.get()
				: outcome(later, attempt.told(1).orElseThrow()).showing(attempt, RANGE_FIELD, CONDITION);
	}

	private Finding outcome(List<Arrival> later, Told told) {
		Optional<Arrival> resuming = later.stream().filter((arrival) -> arrival.has(RANGE_FIELD)).findFirst();
		if (Account.failed(told)) {
			return resuming.isEmpty() ? Finding.notSeen("not-resumed") : Finding.noted("gave-up", Account.error(told));
		}
		if (later.isEmpty()) {
			return Account.unnoticed(told);
		}
		Optional<Finding> misread = Account.misread(told, content(edition()));
		if (misread.isPresent()) {
			return misread.get();
		}
		if (resuming.isEmpty()) {
			return (this.kind == Kind.WEAK) ? Finding.passed("fetched-again") : Finding.noted("fetched-again");
		}
		return resuming.get().has(CONDITION) ? Finding.passed("resumed") : Finding.noted("no-condition");
	}

	private Reply reply(int status, int edition, String content) {
		return Reply.of(status).text(content).field("ETag", tag(edition)).field("Accept-Ranges", "bytes");
	}

	private int edition() {
		return (this.kind == Kind.CHANGED) ? 2 : 1;
	}

	private String tag(int edition) {
		return (this.kind == Kind.WEAK) ? "W/" + strong(edition) : strong(edition);
	}

	private static String strong(int edition) {
		return "\"edition-" + edition + "\"";
	}

	/** Short enough to be told whole; both editions are of one length. */
	private static String content(int edition) {
		return IntStream.rangeClosed(1, LINES)
			.mapToObj((line) -> "edition %d, line %d.\n".formatted(edition, line))
			.collect(Collectors.joining());
	}

	/** What awaits who goes on. */
	enum Kind {

		/** The same content, with a strong entity tag. */
		SAME,

		/** Other content, with another strong entity tag. */
		CHANGED,

		/** The same content, with a weak entity tag. */
		WEAK

	}

}

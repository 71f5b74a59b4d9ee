package dev.statuslab.forced.httpbin;

import java.time.Duration;
import java.util.Arrays;

import dev.statuslab.forced.exchange.Durations;
import dev.statuslab.forced.exchange.ForcedRequest;
import dev.statuslab.forced.exchange.ForcedResponse;
import dev.statuslab.forced.status.ForcedStatus;
import dev.statuslab.http.ProblemException;

import org.springframework.stereotype.Component;

/** Answers that take their time. */
@Component
final class Timing {

	private static final Duration LONGEST = Duration.ofSeconds(10);

	private static final int MOST_OCTETS = 10_240;

	private final Echo echo;

	private final ForcedStatus status;

	Timing(Echo echo, ForcedStatus status) {
		this.echo = echo;
		this.status = status;
	}

	ForcedResponse delay(ForcedRequest request) {
		Duration time = Durations.of("delay", request.variable("delay"));
		if (time.compareTo(LONGEST) > 0) {
			throw new ProblemException(400, "A delay is of %d seconds at most.".formatted(LONGEST.toSeconds()))
				.with("parameter", "delay")
				.with("limit", LONGEST.toMillis());
		}
		return this.echo.anything(request).after(time);
	}

	/** Its {@code delay} is the one that any address of this room takes. */
	ForcedResponse drip(ForcedRequest request) {
		Duration time = Durations.of("duration", request.parameter("duration").orElse("2"));
		int length = Numbers.between("numbytes", request.parameter("numbytes").orElse("10"), 1, MOST_OCTETS);
		int code = Numbers.between("code", request.parameter("code").orElse("200"), 200, 599);
		byte[] drops = new byte[length];
		Arrays.fill(drops, (byte) '*');
		return this.status.of(code, request, "application/octet-stream", drops).over(time, 1);
	}

}

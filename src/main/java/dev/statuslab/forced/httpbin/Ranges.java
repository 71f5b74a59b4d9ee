package dev.statuslab.forced.httpbin;

import java.time.Duration;

import dev.statuslab.forced.exchange.Durations;
import dev.statuslab.forced.exchange.ForcedRequest;
import dev.statuslab.forced.exchange.ForcedResponse;
import dev.statuslab.http.ByteRanges;
import dev.statuslab.http.EntityTag;
import dev.statuslab.http.RangedContent;

import org.springframework.stereotype.Component;

/** Octets that can be had in part: the alphabet, again and again. */
@Component
final class Ranges {

	private static final int MOST_OCTETS = 102_400;

	/** Without a size, content that takes time comes in about so many pieces. */
	private static final int PIECES = 100;

	ForcedResponse range(ForcedRequest request) {
		int length = Numbers.between("n", request.variable("n"), 1, MOST_OCTETS);
		Duration time = request.parameter("duration")
			.map((text) -> Durations.of("duration", text))
			.orElse(Duration.ZERO);
		int piece = request.parameter("chunk_size")
			.map((text) -> Numbers.between("chunk_size", text, 1, MOST_OCTETS))
			.orElse(Math.max(1, length / PIECES));
		Conditional resource = Conditional.of(EntityTag.strong("range" + length), "no-cache");
		return resource.answer(request, () -> {
			ForcedResponse response = part(request, resource, alphabet(length));
			// a part takes its share of the time
			return response.over(time.multipliedBy(response.content().length).dividedBy(length), piece);
		});
	}

	private static ForcedResponse part(ForcedRequest request, Conditional resource, byte[] octets) {
		RangedContent part = RangedContent.of(request.method(), request.preconditions().range(resource.validators()),
				octets, ForcedResponse.TEXT);
		ForcedResponse response = ForcedResponse.of(part.status()).content(part.mediaType(), part.octets());
		if (part.contentRange() != null) {
			response = response.with(ByteRanges.CONTENT_RANGE, part.contentRange());
			if (request.preconditions().hasIfRange()) {
				// RFC 9110 §15.3.7: the client knows the type
				response = response.without("Content-Type");
			}
		}
		return response.with("Accept-Ranges", ByteRanges.UNIT);
	}

	private static byte[] alphabet(int length) {
		byte[] octets = new byte[length];
		for (int i = 0; i < length; i++) {
			octets[i] = (byte) ('a' + i % 26);
		}
		return octets;
	}

}

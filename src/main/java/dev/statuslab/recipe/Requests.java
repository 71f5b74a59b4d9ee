package dev.statuslab.recipe;

import java.time.Duration;
import java.util.HexFormat;
import java.util.List;

import dev.statuslab.http.Credentials;
import dev.statuslab.recipe.Message.Filler;
import dev.statuslab.wire.Octets;
import dev.statuslab.wire.WireRequest;
import dev.statuslab.wire.WireRequestBuilder;

/** Makes of a recipe's messages the requests that are sent. */
final class Requests {

	private static final Duration CONTINUE = Duration.ofSeconds(2);

	private final Variables variables;

	private final DigestAnswers digest;

	Requests(Variables variables, DigestAnswers digest) {
		this.variables = variables;
		this.digest = digest;
	}

	WireRequest of(Message message) {
		return message.raw().isEmpty() ? request(message) : raw(message);
	}

	private WireRequest request(Message message) {
		String target = String.valueOf(message.target());
		String seen = this.variables.in(target.startsWith("/") ? "${base}" + target : target);
		WireRequestBuilder builder = WireRequest.builder(message.method(), seen, this.variables.in("${host}"));
		for (String line : message.fields()) {
			String[] parts = this.variables.in(line).split(":", 2);
			builder.field(parts[0], parts[1].strip());
		}
		if (message.digest() != null) {
			this.digest.answer(message.digest(), message.method(), seen)
				.ifPresent((credentials) -> builder.field(Credentials.FIELD, credentials));
		}
		if (message.content() != null) {
			builder.content(Octets.of(this.variables.in(message.content())));
		}
		if (message.filler() != null) {
			fill(builder, message.filler());
		}
		message.chunks().forEach((chunk) -> builder.chunk(Octets.of(this.variables.in(chunk))));
		message.trailers().forEach((line) -> builder.trailer(line.split(":", 2)[0], line.split(":", 2)[1].strip()));
		if (message.expectContinue()) {
			builder.expectContinue(CONTINUE);
		}
		return builder.build();
	}

	private static void fill(WireRequestBuilder builder, Filler filler) {
		String content = filler.content();
		if (filler.chunk() == null) {
			builder.content(Octets.of(content));
			return;
		}
		for (int i = 0; i < content.length(); i += filler.chunk()) {
			builder.chunk(Octets.of(content.substring(i, Math.min(content.length(), i + filler.chunk()))));
		}
	}

	private WireRequest raw(Message message) {
		WireRequest request = new WireRequest(message.method(), List.of());
		for (Message.RawPart part : message.raw()) {
			if (part.octets() != null) {
				request = request.octets(Octets.of(this.variables.in(part.octets())));
			}
			else if (part.hex() != null) {
				request = request.octets(Octets.of(HexFormat.of().parseHex(part.hex())));
			}
			else if (part.pause() != null) {
				request = request.pause(Duration.ofMillis(part.pause()));
			}
			else {
				request = request.reset();
			}
		}
		return request;
	}

}

package dev.statuslab.forced.exchange;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.function.Consumer;

import dev.statuslab.http.ProblemException;
import dev.statuslab.server.Exchange;
import dev.statuslab.server.Sleepers;
import dev.statuslab.server.Transmission;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * The one place that sends a response on demand: what is prompt and whole in one write,
 * anything else step by step.
 */
final class ResponseWriter {

	/** What a caller wrote is never run by a browser. */
	private static final HttpField INERT = new PreEncodedHttpField("Content-Security-Policy",
			"default-src 'none'; sandbox");

	private static final byte[] NOTHING = {};

	private final Duration longest;

	private final Sleepers sleepers;

	ResponseWriter(Duration longest, Sleepers sleepers) {
		this.longest = longest;
		this.sleepers = sleepers;
	}

	/**
	 * Sends a response.
	 * @param answer what to send
	 * @param kind what kind of answer it is
	 * @param wish what the request wishes besides
	 * @param exchange what to answer
	 * @throws ProblemException 400 if it would take too long, 503 if too many wait
	 */
	void write(ForcedResponse answer, Route.Kind kind, Delivery wish, Exchange exchange) {
		byte[] content = (answer.mayHaveContent() && !exchange.isHead()) ? answer.content() : NOTHING;
		Delivery delivery = answer.delivery().and(wish);
		Pace pace = (delivery.fault() == Fault.DRIBBLE) ? Pace.DRIBBLE : answer.pace();
		Duration time = delivery.waiting().plus(Pace.time(pace, content.length));
		if (time.isZero() && delivery.fault() == Fault.NONE && answer.interim().isEmpty()) {
			head(answer, kind, exchange);
			exchange.response().write(true, ByteBuffer.wrap(content), exchange.callback());
			return;
		}
		Exchange admitted = admit(time, exchange);
		Response response = admitted.response();
		Transmission transmission = new Transmission(admitted);
		answer.interim().forEach((interim) -> transmission.then((next) -> interim(interim, admitted, next)));
		transmission.pause(delivery.beforeHeaders());
		if (delivery.fault().beforeHeaders()) {
			transmission.then((next) -> admitted.abort(delivery.fault().resets())).start();
			return;
		}
		transmission.then((next) -> {
			head(answer, kind, admitted);
			next.succeeded();
		});
		if (!delivery.afterHeaders().isZero()) {
			transmission.then((next) -> response.write(false, BufferUtil.EMPTY_BUFFER, next))
				.pause(delivery.afterHeaders());
		}
		ByteBuffer last = pieces(ByteBuffer.wrap(content, 0, delivery.fault().sent(content.length)), pace, response,
				transmission);
		if (delivery.fault().endsTheConnection()) {
			transmission.then((next) -> response.write(false, last, next))
				.then((next) -> admitted.abort(delivery.fault().resets()));
		}
		else {
			transmission.then((next) -> response.write(true, last, admitted.callback()));
		}
		transmission.start();
	}

	/**
	 * Does something after the delay that a request asks for.
	 * @param delivery the delay
	 * @param exchange what waits
	 * @param action what to do then
	 * @throws ProblemException 400 if it would take too long, 503 if too many wait
	 */
	void delay(Delivery delivery, Exchange exchange, Consumer<Exchange> action) {
		Exchange admitted = admit(delivery.waiting(), exchange);
		new Transmission(admitted).pause(delivery.waiting()).then((next) -> action.accept(admitted)).start();
	}

	/** Lets an exchange in that takes some time; it leaves when it is over. */
	private Exchange admit(Duration time, Exchange exchange) {
		if (time.compareTo(this.longest) > 0) {
			throw new ProblemException(400,
					"A response takes %d ms at most, all its delays together; this one asks for %d."
						.formatted(this.longest.toMillis(), time.toMillis()))
				.with("limit", this.longest.toMillis());
		}
		if (time.isZero()) {
			return exchange;
		}
		this.sleepers.enter();
		return exchange.with(Callback.from(this.sleepers::leave, exchange.callback()));
	}

	private static void head(ForcedResponse answer, Route.Kind kind, Exchange exchange) {
		exchange.response().setStatus(answer.status());
		HttpFields.Mutable fields = exchange.response().getHeaders();
		fields.put(kind.label());
		fields.put(INERT);
		for (HttpField field : answer.fields()) {
			fields.add(field);
		}
		if (answer.trailers().size() > 0 && !exchange.isHead()) {
			exchange.response().setTrailersSupplier(answer::trailers);
		}
		else if (answer.mayHaveContent()) {
			fields.put(HttpHeader.CONTENT_LENGTH, answer.content().length);
		}
	}

	/**
	 * An interim response. 100 is Jetty's to send: it does, where the client waits for
	 * it, when the content is read (RFC 9110 §10.1.1).
	 */
	private static void interim(ForcedResponse.Interim interim, Exchange exchange, Callback next) {
		if (interim.status() == HttpStatus.CONTINUE_100) {
			Content.Source.consumeAll(exchange.request(), next);
		}
		else {
			next.completeWith(exchange.response().writeInterim(interim.status(), interim.fields()));
		}
	}

	/** Sends all pieces of the content but the last, which is given back. */
	private static ByteBuffer pieces(ByteBuffer content, @Nullable Pace pace, Response response,
			Transmission transmission) {
		while (pace != null && content.remaining() > pace.octets()) {
			ByteBuffer piece = content.slice(content.position(), pace.octets());
			content.position(content.position() + pace.octets());
			transmission.then((next) -> response.write(false, piece, next)).pause(pace.interval());
		}
		return content;
	}

}

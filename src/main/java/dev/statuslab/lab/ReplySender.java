package dev.statuslab.lab;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import dev.statuslab.http.ProblemException;
import dev.statuslab.server.Exchange;
import dev.statuslab.server.Sleepers;
import dev.statuslab.server.Transmission;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Sends the replies of exercises, step by step where they are not prompt and whole. */
final class ReplySender {

	/** A message that is written octet for octet goes in pieces of so many octets. */
	private static final int PIECE = 60;

	private static final Duration BETWEEN = Duration.ofMillis(20);

	private static final byte[] CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

	private final Sleepers sleepers;

	ReplySender(Sleepers sleepers) {
		this.sleepers = sleepers;
	}

	/**
	 * Sends a reply.
	 * @param reply the reply
	 * @param exchange what to answer
	 * @param hearing reads the content, where the reply wants that
	 * @throws dev.statuslab.http.ProblemException 503 if too many wait
	 */
	void send(Reply reply, Exchange exchange, Hearing hearing) {
		Reply.Sending sending = reply.sending();
		Exchange admitted = admit(sending, exchange);
		Transmission transmission = new Transmission(admitted);
		ContentWatch watch = new ContentWatch(admitted.request(), hearing);
		boolean watches = sending.hearing() != null && !sending.hearing().asking();
		if (sending.hearing() != null) {
			transmission.pause(sending.hearing().patience())
				.then(watches ? watch::before : (next) -> hear(hearing, admitted.request(), next));
		}
		for (Reply.Interim interim : sending.interim()) {
			transmission.then((next) -> interim(interim, admitted, next));
		}
		transmission.pause(sending.delay());
		if (sending.written() != null) {
			pieces(reply, sending.written(), admitted, transmission);
		}
		else if (watches) {
			transmission.then((next) -> whole(reply, admitted, next))
				.pause(sending.hearing().patience())
				.then(watch::after)
				.then((next) -> admitted.response().write(true, BufferUtil.EMPTY_BUFFER, admitted.callback()));
		}
		else {
			transmission.then((next) -> last(reply, admitted));
		}
		transmission.start();
	}

	private Exchange admit(Reply.Sending sending, Exchange exchange) {
		Duration patience = (sending.hearing() != null) ? sending.hearing().patience() : Duration.ZERO;
		if (sending.delay().plus(patience).isZero()) {
			return exchange;
		}
		this.sleepers.enter();
		return exchange.with(Callback.from(this.sleepers::leave, exchange.callback()));
	}

	/**
	 * Looks whether content has come, which sends no 100; to ask for more does.
	 */
	private static void hear(Hearing hearing, Request request, Callback next) {
		Content.Chunk chunk = request.read();
		boolean early = chunk != null && chunk.hasRemaining();
		hearing.hear((chunk != null) ? new Peeked(request, chunk) : request, early, next);
	}

	/** Past the server's own framing, which only HTTP/1.1 has. */
	private static void pieces(Reply reply, Reply.Written written, Exchange exchange, Transmission transmission) {
		if (exchange.request().getConnectionMetaData().getHttpVersion() != HttpVersion.HTTP_1_1) {
			throw new ProblemException(505, "This exercise is about the framing of HTTP/1.1.").with("allowed",
					List.of("HTTP/1.1"));
		}
		EndPoint end = exchange.request().getConnectionMetaData().getConnection().getEndPoint();
		ByteBuffer message = ByteBuffer.wrap(reply.content());
		while (message.hasRemaining()) {
			ByteBuffer piece = message.slice(message.position(), Math.min(PIECE, message.remaining()));
			message.position(message.position() + piece.remaining());
			transmission.then((next) -> end.write(next, piece)).pause(BETWEEN);
		}
		transmission.then((next) -> exchange.abort(written.reset()));
	}

	private static void interim(Reply.Interim interim, Exchange exchange, Callback next) {
		if (interim.status() != HttpStatus.CONTINUE_100) {
			next.completeWith(exchange.response().writeInterim(interim.status(), fields(interim.fields())));
			return;
		}
		// Jetty sends none that nobody waits for
		ConnectionMetaData connection = exchange.request().getConnectionMetaData();
		if (connection.getHttpVersion() == HttpVersion.HTTP_1_1) {
			connection.getConnection().getEndPoint().write(next, ByteBuffer.wrap(CONTINUE));
		}
		else {
			next.succeeded();
		}
	}

	/** All of the response, while the exchange goes on. */
	private static void whole(Reply reply, Exchange exchange, Callback next) {
		head(reply, exchange);
		exchange.response().write(false, content(reply, exchange), next);
	}

	private static void last(Reply reply, Exchange exchange) {
		Response response = exchange.response();
		Reply.BreakOff breakOff = reply.sending().breakOff();
		if (breakOff != null && breakOff.octets() == Reply.BreakOff.BEFORE_ALL) {
			exchange.abort(breakOff.reset());
			return;
		}
		head(reply, exchange);
		ByteBuffer content = content(reply, exchange);
		if (breakOff == null) {
			if (reply.sending().chunked() && content.hasRemaining()) {
				// two chunks, and not known to be the last when the head is written
				ByteBuffer first = content.slice(0, content.remaining() / 2);
				content.position(first.remaining());
				Callback rest = Callback.from(() -> response.write(true, content, exchange.callback()),
						exchange.callback()::failed);
				response.write(false, first, rest);
				return;
			}
			response.write(true, content, exchange.callback());
			return;
		}
		content.limit(Math.min(breakOff.octets(), content.limit()));
		response.write(false, content,
				Callback.from(() -> exchange.abort(breakOff.reset()), exchange.callback()::failed));
	}

	private static ByteBuffer content(Reply reply, Exchange exchange) {
		return exchange.isHead() ? BufferUtil.EMPTY_BUFFER : ByteBuffer.wrap(reply.content());
	}

	private static void head(Reply reply, Exchange exchange) {
		Response response = exchange.response();
		response.setStatus(reply.status());
		HttpFields.Mutable fields = response.getHeaders();
		if (!reply.sending().keepable()) {
			fields.put(HttpHeader.CACHE_CONTROL, "no-store");
		}
		reply.fields().forEach((field) -> fields.add(field.name(), field.value()));
		if (!reply.sending().trailers().isEmpty() && !exchange.isHead()) {
			HttpFields trailers = fields(reply.sending().trailers());
			response.setTrailersSupplier(() -> trailers);
		}
		boolean counted = !reply.sending().chunked() && reply.status() != HttpStatus.NO_CONTENT_204
				&& reply.status() != HttpStatus.NOT_MODIFIED_304;
		if (counted) {
			fields.put(HttpHeader.CONTENT_LENGTH, reply.content().length);
		}
	}

	private static HttpFields fields(List<Field> list) {
		HttpFields.Mutable fields = HttpFields.build();
		list.forEach((field) -> fields.add(field.name(), field.value()));
		return fields;
	}

	/** Reads content. */
	@FunctionalInterface
	interface Hearing {

		/**
		 * Reads the content to its end.
		 * @param request the request, with all of its content
		 * @param early whether some of it had come before it was asked for
		 * @param next told when it has been read
		 */
		void hear(Request request, boolean early, Callback next);

	}

	/** A request from which the first chunk of the content has been read already. */
	private static final class Peeked extends Request.Wrapper {

		private Content.@Nullable Chunk first;

		private Peeked(Request request, Content.Chunk first) {
			super(request);
			this.first = first;
		}

		@Override
		public Content.@Nullable Chunk read() {
			Content.Chunk chunk = this.first;
			this.first = null;
			return (chunk != null) ? chunk : super.read();
		}

	}

}

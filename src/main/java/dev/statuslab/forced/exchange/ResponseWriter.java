package dev.statuslab.forced.exchange;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.function.Consumer;

import dev.statuslab.http.ProblemException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
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
	private static final String INERT = "default-src 'none'; sandbox";

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
	 * @param request the request
	 * @param response what carries it
	 * @param callback told when the exchange is over
	 * @throws ProblemException 400 if it would take too long, 503 if too many wait
	 */
	void write(ForcedResponse answer, Route.Kind kind, Delivery wish, Request request, Response response,
			Callback callback) {
		byte[] content = answer.mayHaveContent() ? answer.content() : new byte[0];
		int length = content.length;
		if (isHead(request)) {
			content = new byte[0];
		}
		Delivery delivery = answer.delivery().and(wish);
		Fault fault = delivery.fault();
		Pace pace = (fault == Fault.DRIBBLE) ? Pace.DRIBBLE : answer.pace();
		Duration time = delivery.waiting().plus(Pace.time(pace, content.length));
		if (time.isZero() && fault == Fault.NONE && answer.interim().isEmpty()) {
			head(answer, kind, length, request, response);
			response.write(true, ByteBuffer.wrap(content), callback);
			return;
		}
		Callback over = admit(time, callback);
		Transmission transmission = new Transmission(request, over);
		answer.interim().forEach((interim) -> transmission.then((next) -> interim(interim, request, response, next)));
		transmission.pause(delivery.beforeHeaders());
		if (!fault.beforeHeaders()) {
			transmission.then((next) -> {
				head(answer, kind, length, request, response);
				if (delivery.afterHeaders().isZero()) {
					next.succeeded();
				}
				else {
					response.write(false, BufferUtil.EMPTY_BUFFER, next);
				}
			}).pause(delivery.afterHeaders());
		}
		ByteBuffer last = pieces(ByteBuffer.wrap(content, 0, fault.sent(content.length)), pace, response, transmission);
		if (fault.endsTheConnection()) {
			if (!fault.beforeHeaders()) {
				transmission.then((next) -> response.write(false, last, next));
			}
			transmission.then((next) -> end(fault, request, over));
		}
		else {
			transmission.then((next) -> response.write(true, last, over));
		}
		transmission.start();
	}

	/**
	 * Does something after the delay that a request asks for, if it is a possible one.
	 * @param delivery the delay
	 * @param request the request
	 * @param callback told if the client leaves before
	 * @param action what to do, given what it must tell when the exchange is over
	 */
	void delay(Delivery delivery, Request request, Callback callback, Consumer<Callback> action) {
		Callback over = admit(delivery.waiting(), callback);
		new Transmission(request, over).pause(delivery.waiting()).then((next) -> action.accept(over)).start();
	}

	private Callback admit(Duration time, Callback callback) {
		if (time.compareTo(this.longest) > 0) {
			throw new ProblemException(400,
					"A response takes %d ms at most, all its delays together; this one asks for %d."
						.formatted(this.longest.toMillis(), time.toMillis()))
				.with("limit", this.longest.toMillis());
		}
		if (time.isZero()) {
			return callback;
		}
		this.sleepers.enter();
		return Callback.from(this.sleepers::leave, callback);
	}

	private static void head(ForcedResponse answer, Route.Kind kind, int length, Request request, Response response) {
		response.setStatus(answer.status());
		HttpFields.Mutable fields = response.getHeaders();
		fields.put(kind.label());
		fields.put("Content-Security-Policy", INERT);
		for (HttpField field : answer.fields()) {
			fields.add(field);
		}
		if (answer.trailers().size() > 0 && !isHead(request)) {
			response.setTrailersSupplier(answer::trailers);
		}
		else if (answer.mayHaveContent()) {
			fields.put(HttpHeader.CONTENT_LENGTH, length);
		}
	}

	private static boolean isHead(Request request) {
		return "HEAD".equals(request.getMethod());
	}

	/**
	 * An interim response. 100 is Jetty's to send: it does, where the client waits for
	 * it, when the content is read (RFC 9110 §10.1.1).
	 */
	private static void interim(ForcedResponse.Interim interim, Request request, Response response, Callback next) {
		if (interim.status() == HttpStatus.CONTINUE_100) {
			Content.Source.consumeAll(request, next);
		}
		else {
			response.writeInterim(interim.status(), interim.fields())
				.whenComplete((nothing, failure) -> complete(next, failure));
		}
	}

	private static void complete(Callback callback, @Nullable Throwable failure) {
		if (failure == null) {
			callback.succeeded();
		}
		else {
			callback.failed(failure);
		}
	}

	/** Sends all pieces of the content but the last, which is given back. */
	private static ByteBuffer pieces(ByteBuffer content, @Nullable Pace pace, Response response,
			Transmission transmission) {
		if (pace == null) {
			return content;
		}
		while (content.remaining() > pace.octets()) {
			ByteBuffer piece = content.slice(content.position(), pace.octets());
			content.position(content.position() + pace.octets());
			transmission.then((next) -> response.write(false, piece, next)).pause(pace.interval());
		}
		return content;
	}

	private static void end(Fault fault, Request request, Callback callback) {
		boolean shared = request.getConnectionMetaData().getHttpVersion() == HttpVersion.HTTP_2;
		Object transport = request.getConnectionMetaData().getConnection().getEndPoint().getTransport();
		if (fault.resets() && !shared && transport instanceof SocketChannel channel) {
			try {
				// with nothing to linger for, closing sends RST
				channel.setOption(StandardSocketOptions.SO_LINGER, 0);
			}
			catch (IOException ex) {
				// it is gone already
			}
		}
		callback.failed(new Request.Handler.AbortException());
	}

}

package dev.statuslab.server;

import java.util.concurrent.TimeUnit;

import dev.statuslab.http.ProblemException;
import dev.statuslab.server.StatuslabProperties.Limits;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.NanoTime;

/**
 * Bounds the content of requests (RFC 9110 §15.5.14), by Content-Length or by counting,
 * and reads off what nobody wanted, so that the client sees the answer before the
 * connection closes (RFC 9112 §9.6).
 */
class ContentGate extends Handler.Wrapper {

	private final Limits limits;

	private final ProblemErrorHandler problems;

	ContentGate(Limits limits, ProblemErrorHandler problems) {
		this.limits = limits;
		this.problems = problems;
	}

	@Override
	public boolean handle(Request request, Response response, Callback callback) throws Exception {
		HttpFields fields = request.getHeaders();
		if (RequestGate.isHttp1(request) && !fields.contains(HttpHeader.CONTENT_LENGTH)
				&& !fields.contains(HttpHeader.TRANSFER_ENCODING)) {
			return super.handle(request, response, callback);
		}
		Bounded bounded = new Bounded(request);
		Callback discarding = RequestGate.isHttp1(request) ? new Discarding(bounded, callback) : callback;
		if (request.getLength() > this.limits.content().toBytes()) {
			this.problems.answer(bounded, response, discarding, tooLarge());
			return true;
		}
		return super.handle(bounded, response, discarding);
	}

	private ProblemException tooLarge() {
		return new ProblemException(413, "The content is larger than this server takes.")
			.with("limit", this.limits.content().toBytes())
			.field("Connection", "close");
	}

	/** Counts the content, and fails where there is too much of it. */
	private final class Bounded extends Request.Wrapper {

		private long count;

		private boolean started;

		private boolean complete;

		private Bounded(Request request) {
			super(request);
		}

		@Override
		public Content.Chunk read() {
			Content.Chunk chunk = super.read();
			if (chunk == null || Content.Chunk.isFailure(chunk)) {
				return chunk;
			}
			this.started = true;
			this.complete = chunk.isLast();
			this.count += chunk.remaining();
			if (this.count <= ContentGate.this.limits.content().toBytes()) {
				return chunk;
			}
			chunk.release();
			return Content.Chunk.from(tooLarge(), true);
		}

		/** Whether the client may still be waiting for a 100 before it sends anything. */
		private boolean isWithheld() {
			return !this.started && getHeaders().contains(HttpHeader.EXPECT, HttpHeaderValue.CONTINUE.asString());
		}

	}

	/** Ends an exchange, after reading off a bounded part of the content that is left. */
	private final class Discarding extends Callback.Nested {

		private final Bounded request;

		private final EndPoint endPoint;

		private long idle;

		private long discarded;

		private Discarding(Bounded request, Callback callback) {
			super(callback);
			this.request = request;
			this.endPoint = request.getConnectionMetaData().getConnection().getEndPoint();
		}

		@Override
		public void succeeded() {
			if (this.request.complete || this.request.isWithheld()) {
				super.succeeded();
				return;
			}
			this.idle = this.endPoint.getIdleTimeout();
			long time = ContentGate.this.limits.discardTime().toMillis();
			this.endPoint.setIdleTimeout(time);
			discard(NanoTime.now() + TimeUnit.MILLISECONDS.toNanos(time));
		}

		private void discard(long until) {
			while (this.discarded <= ContentGate.this.limits.discard().toBytes() && NanoTime.until(until) > 0) {
				Content.Chunk chunk = this.request.getWrapped().read();
				if (chunk == null) {
					this.request.getWrapped().demand(() -> discard(until));
					return;
				}
				if (Content.Chunk.isFailure(chunk)) {
					break;
				}
				this.discarded += chunk.remaining();
				chunk.release();
				if (chunk.isLast()) {
					this.endPoint.setIdleTimeout(this.idle);
					super.succeeded();
					return;
				}
			}
			super.succeeded();
			this.endPoint.close();
		}

	}

}

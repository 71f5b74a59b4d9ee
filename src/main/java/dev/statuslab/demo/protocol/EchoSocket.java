package dev.statuslab.demo.protocol;

import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.api.StatusCode;
import org.jspecify.annotations.Nullable;

/**
 * One end of a WebSocket that sends back what it gets. It asks for the next message when
 * the last one has gone out, so that a client that does not read can't pile up answers.
 * Public, since Jetty calls it by method handles.
 */
public final class EchoSocket implements Session.Listener {

	private final CompletableFuture<Void> closed;

	private volatile @Nullable Session session;

	private int messages;

	/**
	 * A socket that is about to open.
	 * @param closed to be completed when it has closed
	 */
	EchoSocket(CompletableFuture<Void> closed) {
		this.closed = closed;
	}

	@Override
	public void onWebSocketOpen(Session session) {
		this.session = session;
		session.setMaxTextMessageSize(EchoSockets.LONGEST_MESSAGE);
		session.setMaxBinaryMessageSize(EchoSockets.LONGEST_MESSAGE);
		session.setIdleTimeout(EchoSockets.IDLE);
		session.demand();
	}

	@Override
	public void onWebSocketText(String message) {
		session().sendText(message, Callback.from(this::next, this::fail));
	}

	@Override
	public void onWebSocketBinary(ByteBuffer message, Callback callback) {
		session().sendBinary(message, Callback.from(() -> {
			callback.succeed();
			next();
		}, (failure) -> {
			callback.fail(failure);
			fail(failure);
		}));
	}

	@Override
	public void onWebSocketClose(int status, String reason, Callback callback) {
		this.closed.complete(null);
		callback.succeed();
	}

	/** A client that breaks the protocol or the limits is no matter for the log. */
	@Override
	public void onWebSocketError(Throwable cause) {
		// Jetty closes the socket with the code that fits
	}

	/** Ends the conversation when its time is over. */
	void timeIsOver() {
		close("This socket has been open for its time");
	}

	private void next() {
		this.messages++;
		if (this.messages < EchoSockets.MOST_MESSAGES) {
			session().demand();
		}
		else {
			close("These were all the messages that a socket takes");
		}
	}

	private void close(String reason) {
		Session open = this.session;
		if (open != null) {
			open.close(StatusCode.POLICY_VIOLATION, reason, Callback.NOOP);
		}
	}

	private Session session() {
		return Objects.requireNonNull(this.session);
	}

	private void fail(Throwable failure) {
		session().disconnect();
	}

}

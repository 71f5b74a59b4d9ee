package dev.statuslab.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.CancellationException;

import org.eclipse.jetty.http.HttpParser;
import org.eclipse.jetty.io.AbstractEndPoint;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Handles one HTTP/1.1 request, and, if its answer is to come later, notices that the
 * client leaves before that (RFC 9112 §9.5): the request's failure listeners are told and
 * the connection is closed. Jetty by itself reads nothing between a request and its
 * answer, and so learns of it only when it writes.
 * <p>
 * A client that shuts down its sending side alone cannot be told from one that has left,
 * and counts as gone. Half-closing a connection in stages is what RFC 9112 §9.6 asks of a
 * server, not of a client that wants an answer. One that is answered at once is answered
 * all the same.
 * <p>
 * Nothing is watched while content is unread, since Jetty reads then, and no longer once
 * a next request has begun to arrive. Its first octet is kept for the connection, the
 * rest remains in the socket.
 */
final class ClientWatch implements Runnable, Callback {

	private static final CancellationException WITHDRAWN = new CancellationException("The answer is there");

	private final Http1Connection connection;

	private final Runnable handling;

	private volatile boolean ended;

	private boolean watching;

	private @Nullable ByteBuffer early;

	/**
	 * A watch that has not begun.
	 * @param connection where the request came in
	 * @param handling handles it
	 */
	ClientWatch(Http1Connection connection, Runnable handling) {
		this.connection = connection;
		this.handling = handling;
	}

	@Override
	public void run() {
		this.handling.run();
		if (!this.ended) {
			begin();
		}
	}

	private synchronized void begin() {
		EndPoint endPoint = this.connection.getEndPoint();
		boolean wholeRequest = !this.ended && this.connection.getParser().isState(HttpParser.State.END)
				&& this.connection.isRequestBufferEmpty();
		if (wholeRequest && endPoint instanceof AbstractEndPoint && endPoint.getConnection() == this.connection) {
			this.watching = endPoint.tryFillInterested(this);
		}
	}

	/** The client sent something, or left. */
	@Override
	public void succeeded() {
		if (isGone()) {
			EofException cause = new EofException("The client has left");
			// first, so that nothing is sent by those who are told
			this.connection.getEndPoint().close(cause);
			Runnable telling = this.connection.getHttpChannel().onRemoteFailure(cause);
			if (telling != null) {
				telling.run();
			}
		}
	}

	private synchronized boolean isGone() {
		if (!this.watching) {
			return false;
		}
		this.watching = false;
		ByteBuffer octet = BufferUtil.allocate(1);
		int filled = fill(octet);
		if (filled == 0) {
			this.watching = this.connection.getEndPoint().tryFillInterested(this);
		}
		else if (filled > 0) {
			this.early = octet;
		}
		return filled < 0;
	}

	private int fill(ByteBuffer buffer) {
		try {
			return this.connection.getEndPoint().fill(buffer);
		}
		catch (IOException ex) {
			return -1;
		}
	}

	/**
	 * Ends the watch, at the latest before the connection wants to read again itself. In
	 * between, what is readable may wake nobody: whoever registers next is woken then.
	 */
	void end() {
		if (!this.ended) {
			withdraw();
		}
	}

	private synchronized void withdraw() {
		this.ended = true;
		if (this.watching) {
			this.watching = false;
			((AbstractEndPoint) this.connection.getEndPoint()).getFillInterest().onFail(WITHDRAWN);
		}
	}

	/** Ends the watch and gives the connection what came of the next request. */
	void handOver() {
		end();
		ByteBuffer octet = this.early;
		if (octet != null) {
			this.early = null;
			this.connection.onUpgradeTo(octet);
		}
	}

}

package dev.statuslab.server;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;

import dev.statuslab.http.ProblemException;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.QuietException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * A request, and what carries the response to it.
 *
 * @param request the request
 * @param response the response
 * @param callback told when the exchange is over
 */
public record Exchange(Request request, Response response, Callback callback) {

	/**
	 * The same exchange, with another who is told of its end.
	 * @param other told when the exchange is over
	 * @return the exchange
	 */
	public Exchange with(Callback other) {
		return new Exchange(this.request, this.response, other);
	}

	/**
	 * Whether the response has no content, as every one to HEAD (RFC 9110 §9.3.2).
	 * @return whether the method is HEAD
	 */
	public boolean isHead() {
		return "HEAD".equals(this.request.getMethod());
	}

	/**
	 * Ends the exchange with a problem.
	 * @param problem the problem
	 */
	public void answer(ProblemException problem) {
		fail(new QuietException.Exception(problem));
	}

	/**
	 * Ends the exchange with the problem that some failure is.
	 * @param failure the failure
	 */
	public void fail(Throwable failure) {
		Response.writeError(this.request, this.response, this.callback, failure);
	}

	/**
	 * Ends the exchange as it stands, and over HTTP/1.1 the connection.
	 * @param reset whether the connection is reset, and not closed in order
	 */
	public void abort(boolean reset) {
		boolean shared = this.request.getConnectionMetaData().getHttpVersion() == HttpVersion.HTTP_2;
		Object transport = this.request.getConnectionMetaData().getConnection().getEndPoint().getTransport();
		if (reset && !shared && transport instanceof SocketChannel channel) {
			try {
				// with no time to linger, closing sends RST
				channel.setOption(StandardSocketOptions.SO_LINGER, 0);
			}
			catch (IOException ex) {
				// it is gone already
			}
		}
		this.callback.failed(new Request.Handler.AbortException());
	}

}

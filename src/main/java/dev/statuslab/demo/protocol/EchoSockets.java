package dev.statuslab.demo.protocol;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import dev.statuslab.http.ProblemException;
import dev.statuslab.http.RetryAfter;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.websocket.server.JettyWebSocketServerContainer;
import org.eclipse.jetty.websocket.core.server.WebSocketServerComponents;

import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;

/** Opens sockets, a bounded number at once, each for a bounded time. */
@Component
class EchoSockets implements ServletContextInitializer, AutoCloseable {

	/** The most octets of a message. */
	static final int LONGEST_MESSAGE = 4096;

	/** The most messages on one socket. */
	static final int MOST_MESSAGES = 100;

	/** How long a socket may be silent. */
	static final Duration IDLE = Duration.ofSeconds(30);

	/** How long a socket stays open. */
	static final Duration LONGEST = Duration.ofMinutes(2);

	private static final int BOUND = 100;

	private final Semaphore places = new Semaphore(BOUND);

	private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1,
			new CustomizableThreadFactory("socket-"));

	EchoSockets() {
		this.timer.setRemoveOnCancelPolicy(true);
	}

	/** Prepares Jetty, which does this by itself for web applications only. */
	@Override
	public void onStartup(ServletContext context) {
		ServletContextHandler handler = ServletContextHandler.getServletContextHandler(context);
		WebSocketServerComponents.ensureWebSocketComponents(handler.getServer(), handler);
		JettyWebSocketServerContainer.ensureContainer(context);
	}

	/**
	 * Answers a handshake by 101, and from then on by what the socket sends.
	 * @param request a good handshake
	 * @param response its response
	 * @throws IOException if the client is gone
	 * @throws ProblemException 400 if Jetty finds fault with it, 503 if too many sockets
	 * are open
	 */
	void open(HttpServletRequest request, HttpServletResponse response) throws IOException {
		if (!this.places.tryAcquire()) {
			throw new ProblemException(503, "All places for sockets are taken. Retry-After tells when to try again.")
				.with("limit", BOUND)
				.field(RetryAfter.FIELD, RetryAfter.in(IDLE).value());
		}
		CompletableFuture<Void> closed = new CompletableFuture<>();
		EchoSocket socket = new EchoSocket(closed);
		Future<?> end = this.timer.schedule(socket::timeIsOver, LONGEST.toMillis(), TimeUnit.MILLISECONDS);
		closed.thenRun(() -> {
			end.cancel(false);
			this.places.release();
		});
		boolean switched = false;
		try {
			switched = upgrade(socket, request, response);
		}
		finally {
			if (!switched) {
				closed.complete(null);
			}
		}
		if (!switched && !response.isCommitted()) {
			throw new ProblemException(400, "The WebSocket handshake is not one that can be answered.");
		}
	}

	private static boolean upgrade(EchoSocket socket, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		return JettyWebSocketServerContainer.getContainer(request.getServletContext()).upgrade((handshake, answer) -> {
			// RFC 7692 would let a small frame become a large message
			answer.setExtensions(List.of());
			return socket;
		}, request, response);
	}

	@Override
	public void close() {
		this.timer.shutdownNow();
	}

}

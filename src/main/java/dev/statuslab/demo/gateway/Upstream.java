package dev.statuslab.demo.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The server behind the gateway: a listener on the loopback interface, at a port that
 * nobody is told. It does what a well-behaved server could not do, so it is a socket and
 * no container. One request a connection; connections and the time of each are bounded.
 */
@Component
class Upstream implements SmartLifecycle {

	/** More than the gateway ever opens at once: one that ends may overlap the next. */
	private static final int MOST_CONNECTIONS = 2 * Hop.MOST_AT_ONCE;

	private static final int IDLE_SECONDS = 10;

	private final AtomicLong requests = new AtomicLong();

	private @Nullable Listener listener;

	@Override
	public synchronized void start() {
		if (this.listener == null) {
			this.listener = Listener.open(this.requests);
		}
	}

	@Override
	public synchronized void stop() {
		if (this.listener != null) {
			this.listener.close();
			this.listener = null;
		}
	}

	@Override
	public synchronized boolean isRunning() {
		return this.listener != null;
	}

	/** Before the web server starts, and after it has stopped. */
	@Override
	public int getPhase() {
		return 0;
	}

	/**
	 * Where a request for this behaviour goes.
	 * @param behaviour how the upstream server is to behave
	 * @return the target URI of the inbound request
	 */
	synchronized URI address(Behaviour behaviour) {
		if (this.listener == null) {
			throw new IllegalStateException("The upstream server is not running.");
		}
		int port = (behaviour == Behaviour.REFUSED) ? this.listener.shutDoor().getLocalPort()
				: this.listener.door().getLocalPort();
		return URI.create("http://%s:%d/%s".formatted(InetAddress.getLoopbackAddress().getHostAddress(), port,
				behaviour.label()));
	}

	/** How many requests have arrived so far. */
	long requests() {
		return this.requests.get();
	}

	/**
	 * What is open while the server runs.
	 *
	 * @param door where connections are accepted
	 * @param shutDoor a port that is bound and never listened on: ours, so that nobody
	 * else can open it
	 * @param threads one for each connection
	 */
	private record Listener(ServerSocket door, Socket shutDoor, ExecutorService threads) {

		static Listener open(AtomicLong requests) {
			try {
				InetAddress loopback = InetAddress.getLoopbackAddress();
				ServerSocket door = new ServerSocket(0, MOST_CONNECTIONS, loopback);
				Socket shutDoor = new Socket();
				shutDoor.bind(new InetSocketAddress(loopback, 0));
				ExecutorService threads = new ThreadPoolExecutor(0, MOST_CONNECTIONS, IDLE_SECONDS, TimeUnit.SECONDS,
						new SynchronousQueue<>(), (task) -> daemon(task, "upstream-exchange"));
				Listener listener = new Listener(door, shutDoor, threads);
				daemon(() -> listener.accept(requests), "upstream-accept").start();
				return listener;
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		private void accept(AtomicLong requests) {
			while (!this.door.isClosed()) {
				try {
					serve(this.door.accept(), requests);
				}
				catch (IOException ex) {
					// closed, or a connection that was gone before it was accepted
				}
			}
		}

		private void serve(Socket connection, AtomicLong requests) throws IOException {
			try {
				this.threads.execute(new UpstreamExchange(connection, requests));
			}
			catch (RejectedExecutionException full) {
				connection.close();
			}
		}

		void close() {
			try {
				this.door.close();
				this.shutDoor.close();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
			finally {
				this.threads.shutdown();
			}
		}

		private static Thread daemon(Runnable task, String name) {
			Thread thread = new Thread(task, name);
			thread.setDaemon(true);
			return thread;
		}

	}

}

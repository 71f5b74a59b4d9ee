package dev.statuslab.recipe;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import dev.statuslab.http.Listener;
import dev.statuslab.http.ProblemException;
import dev.statuslab.http.RetryAfter;
import dev.statuslab.recipe.Run.StepRun;

import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * Plays recipes against this server's own listeners, a bounded number at once. A run can
 * send nothing but what its recipe says, and to nobody else.
 */
public class RecipeRunner implements AutoCloseable {

	/** How many runs there are at once. */
	static final int BOUND = 8;

	private final String base;

	private final List<Listener> listeners;

	private final SecureRandom random = new SecureRandom();

	private final ThreadPoolExecutor players = new ThreadPoolExecutor(0, BOUND, 30, TimeUnit.SECONDS,
			new SynchronousQueue<>(), new CustomizableThreadFactory("recipe-"));

	private volatile int port;

	RecipeRunner(String base, List<Listener> listeners) {
		this.base = base;
		this.listeners = listeners;
	}

	@EventListener
	void listening(WebServerInitializedEvent event) {
		// the management server, if there is one apart, has a namespace
		if (event.getApplicationContext().getServerNamespace() == null) {
			this.port = event.getWebServer().getPort();
		}
	}

	/**
	 * Plays a recipe, and tells nobody of the steps.
	 * @param recipe the recipe
	 * @return the run when it is over; cancelling it stops the run
	 * @throws ProblemException 429 if too many runs are under way
	 */
	public CompletableFuture<Run> play(Recipe recipe) {
		return play(recipe, (step) -> {
		});
	}

	/**
	 * Plays a recipe.
	 * @param recipe the recipe
	 * @param progress told of each step when it is over, on another thread
	 * @return the run when it is over; cancelling it stops the run
	 * @throws ProblemException 429 if too many runs are under way
	 */
	public CompletableFuture<Run> play(Recipe recipe, Consumer<StepRun> progress) {
		byte[] id = new byte[5];
		this.random.nextBytes(id);
		Performance performance = new Performance(recipe, addresses(), this.base, HexFormat.of().formatHex(id));
		CompletableFuture<Run> run = new CompletableFuture<>();
		try {
			Future<?> task = this.players.submit(() -> play(performance, progress, run));
			run.whenComplete((done, failure) -> {
				performance.stop();
				task.cancel(run.isCancelled());
			});
		}
		catch (RejectedExecutionException ex) {
			throw new ProblemException(429, "Too many recipes are being played at this moment.").with("limit", BOUND)
				.field(RetryAfter.FIELD, "2");
		}
		return run;
	}

	private Addresses addresses() {
		Map<String, InetSocketAddress> beside = new HashMap<>();
		this.listeners
			.forEach((listener) -> listener.address().ifPresent((address) -> beside.put(listener.name(), address)));
		return new Addresses(new InetSocketAddress(InetAddress.getLoopbackAddress(), this.port), beside);
	}

	private static void play(Performance performance, Consumer<StepRun> progress, CompletableFuture<Run> run) {
		try {
			run.complete(performance.play(progress));
		}
		catch (InterruptedException | RuntimeException ex) {
			run.completeExceptionally(ex);
		}
	}

	/** How many runs are under way. */
	int running() {
		return this.players.getActiveCount();
	}

	@Override
	public void close() {
		this.players.shutdownNow();
	}

}

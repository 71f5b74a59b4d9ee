package dev.statuslab.recipe;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.function.Supplier;

import dev.statuslab.recipe.Run.StepRun;
import dev.statuslab.wire.WireResponse;
import org.jspecify.annotations.Nullable;

/**
 * Plays one scenario, step by step, on the calling thread; a response that is not waited
 * for is read on another. Who closes it ends the steps that are being taken, and they are
 * the last.
 */
final class RecipePlayer implements AutoCloseable {

	private final Addresses addresses;

	private final Variables variables;

	private final DigestAnswers digest = new DigestAnswers();

	private final Requests requests;

	private final List<PlayedConnection> connections = new ArrayList<>();

	private final List<Future<StepRun>> taken = new ArrayList<>();

	private @Nullable PlayedConnection current;

	private boolean closed;

	RecipePlayer(Addresses addresses, Variables variables) {
		this.addresses = addresses;
		this.variables = variables;
		this.requests = new Requests(variables, this.digest);
	}

	/**
	 * Plays a scenario. After a step that can't be taken at all the rest is left out.
	 * @param scenario the scenario
	 * @param progress told of each step when it is over, of one at a time
	 * @return the steps that were taken, in the scenario's order
	 * @throws InterruptedException if the thread is interrupted in a wait
	 */
	List<StepRun> play(Scenario scenario, Consumer<StepRun> progress) throws InterruptedException {
		Consumer<StepRun> told = (run) -> {
			synchronized (this.taken) {
				progress.accept(run);
			}
		};
		List<Step> steps = scenario.steps();
		boolean possible = true;
		for (int i = 0; i < steps.size() && possible; i++) {
			List<Step> together = new ArrayList<>(List.of(steps.get(i)));
			while (i + 1 < steps.size() && steps.get(i + 1).pipelined()) {
				together.add(steps.get(++i));
			}
			for (int time = 0; time < together.get(0).repeat() && possible; time++) {
				possible = take(together, told);
			}
		}
		List<StepRun> runs = new ArrayList<>();
		for (Future<StepRun> run : this.taken) {
			runs.add(result(run));
		}
		return runs;
	}

	private static StepRun result(Future<StepRun> run) throws InterruptedException {
		try {
			return run.get();
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException(ex.getCause());
		}
	}

	/** Takes steps whose requests go together; false if there is no going on. */
	private boolean take(List<Step> together, Consumer<StepRun> progress) throws InterruptedException {
		Step first = together.get(0);
		Thread.sleep(first.after());
		PlayedConnection connection;
		try {
			connection = connection(first);
		}
		catch (IOException ex) {
			Check check = new Check(Wording.of("connection"), Wording.of("opened"), Wording.of("refused"), false);
			over(new StepRun(first, this.connections.size(), List.of(), null, List.of(check)), progress);
			return false;
		}
		together.forEach((step) -> connection.send(this.requests.of(step.send())));
		if (first.background()) {
			this.current = null;
			background(() -> connection.check(first, connection.receive()), progress);
			return true;
		}
		if (first.expect().octets() != null) {
			over(connection.receiveOctets(first, first.expect().octets()), progress);
			return true;
		}
		for (Step step : together) {
			WireResponse response = connection.receive();
			capture(step.capture(), response);
			over(connection.check(step, response), progress);
		}
		return true;
	}

	private void over(StepRun run, Consumer<StepRun> progress) {
		this.taken.add(CompletableFuture.completedFuture(run));
		progress.accept(run);
	}

	private void background(Supplier<StepRun> step, Consumer<StepRun> progress) {
		FutureTask<StepRun> task = new FutureTask<>(() -> {
			StepRun run = step.get();
			progress.accept(run);
			return run;
		});
		this.taken.add(task);
		Thread reader = new Thread(task, "recipe-background");
		reader.setDaemon(true);
		reader.start();
	}

	/** The connection of the step before, if it can be used and no other is wanted. */
	private PlayedConnection connection(Step step) throws IOException {
		PlayedConnection before = this.current;
		InetSocketAddress server = this.addresses.of(step.listener());
		if (before != null && before.usable() && before.leadsTo(server) && !"new".equals(step.connection())) {
			return before;
		}
		if (before != null) {
			before.close();
		}
		PlayedConnection next = open(server);
		this.current = next;
		return next;
	}

	private PlayedConnection open(@Nullable InetSocketAddress server) throws IOException {
		if (server == null) {
			throw new IOException("not open");
		}
		PlayedConnection next = new PlayedConnection(server, this.connections.size() + 1, this.variables);
		synchronized (this) {
			if (this.closed) {
				next.close();
				throw new IOException("closed");
			}
			this.connections.add(next);
		}
		return next;
	}

	private void capture(Map<String, Capture> captures, WireResponse response) {
		this.digest.note(response);
		captures.forEach((name, capture) -> {
			String part = capture.of(capture.whole(response));
			if (part != null && !part.isEmpty()) {
				this.variables.set(name, part);
			}
		});
	}

	@Override
	public synchronized void close() {
		this.closed = true;
		this.connections.forEach(PlayedConnection::close);
	}

}

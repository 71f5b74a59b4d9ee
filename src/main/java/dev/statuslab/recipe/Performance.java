package dev.statuslab.recipe;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

import dev.statuslab.recipe.Run.StepRun;
import org.jspecify.annotations.Nullable;

/** Plays one recipe against one server: what earns the code, and then the twin. */
final class Performance {

	private final Recipe recipe;

	private final Addresses addresses;

	private final String base;

	private final String id;

	private @Nullable RecipePlayer player;

	private boolean stopped;

	/**
	 * A performance that has not begun.
	 * @param recipe the recipe
	 * @param addresses where the server listens
	 * @param base the path before every address of it
	 * @param id tells runs apart
	 */
	Performance(Recipe recipe, Addresses addresses, String base, String id) {
		this.recipe = recipe;
		this.addresses = addresses;
		this.base = base;
		this.id = id;
	}

	/**
	 * Plays it on the calling thread.
	 * @param progress told of each step when it is over
	 * @return what came of it
	 * @throws InterruptedException if it is to stop
	 */
	Run play(Consumer<StepRun> progress) throws InterruptedException {
		Instant started = Instant.now();
		long start = System.nanoTime();
		List<StepRun> earns = play(this.recipe.earns(), "a", progress);
		List<StepRun> twin = play(this.recipe.twin(), "b", progress);
		return new Run(this.id, this.recipe, started, Duration.ofNanos(System.nanoTime() - start), earns, twin);
	}

	private List<StepRun> play(Scenario scenario, String part, Consumer<StepRun> progress) throws InterruptedException {
		Variables variables = new Variables(Addresses.authority(this.addresses.main()), this.base, this.id + part);
		this.addresses.beside().forEach((name, address) -> variables.set(name, Addresses.authority(address)));
		try (RecipePlayer next = new RecipePlayer(this.addresses, variables)) {
			begin(next);
			return next.play(scenario, progress);
		}
	}

	private synchronized void begin(RecipePlayer next) throws InterruptedException {
		if (this.stopped) {
			throw new InterruptedException();
		}
		this.player = next;
	}

	/** Stops it at once; whoever plays it goes no further. */
	synchronized void stop() {
		this.stopped = true;
		if (this.player != null) {
			this.player.close();
		}
	}

}

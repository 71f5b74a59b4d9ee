package dev.statuslab.demo.capacity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import dev.statuslab.store.Store;
import dev.statuslab.store.Stores;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Maintenance windows: at most one a key, and over by itself. */
@Component
class Maintenance {

	/** What can be asked for, in seconds. */
	static final Span.Range RANGE = new Span.Range(1, 120, 10);

	private final Store<Window> windows;

	private final InstantSource clock;

	@Autowired
	Maintenance(Stores stores) {
		this(stores, InstantSource.system());
	}

	Maintenance(Stores stores, InstantSource clock) {
		this.windows = stores.open("maintenance", Window.class, Duration.ofSeconds(RANGE.maximum() + 1));
		this.clock = clock;
	}

	/**
	 * Opens a window from now on, in the place of one that is open.
	 * @param key whose
	 * @param length how long
	 * @return the window
	 */
	Window open(String key, Duration length) {
		Window window = new Window(now().truncatedTo(ChronoUnit.MILLIS).plus(length));
		return this.windows.put(key, () -> window, (old) -> window);
	}

	/**
	 * The window that is open now.
	 * @param key whose
	 * @return the window, or nothing if the service is available
	 */
	Optional<Window> current(String key) {
		return this.windows.read(key).filter((window) -> window.until().isAfter(now()));
	}

	void end(String key) {
		this.windows.remove(key);
	}

	Instant now() {
		return this.clock.instant();
	}

	/**
	 * A window.
	 *
	 * @param until the first moment after it
	 */
	record Window(Instant until) {
	}

}

package dev.statuslab.forced.exchange;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;

import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * The steps in which a response goes out, one after the other. None of them holds a
 * thread; when the client leaves, the steps that are left are dropped.
 */
final class Transmission implements Callback {

	private final Queue<Step> steps = new ArrayDeque<>(4);

	private final Request request;

	private final Callback callback;

	private volatile Scheduler.@Nullable Task timer;

	Transmission(Request request, Callback callback) {
		this.request = request;
		this.callback = callback;
	}

	/** Adds a step. The last one tells the callback, and not what it is given. */
	Transmission then(Step step) {
		this.steps.add(step);
		return this;
	}

	/** Adds a step that lets time pass. */
	Transmission pause(Duration time) {
		return time.isZero() ? this
				: then((next) -> this.timer = this.request.getComponents()
					.getScheduler()
					.schedule(() -> this.request.getComponents().getExecutor().execute(next::succeeded), time.toNanos(),
							TimeUnit.NANOSECONDS));
	}

	void start() {
		this.request.addFailureListener(this::leave);
		succeeded();
	}

	@Override
	public void succeeded() {
		Step next = this.steps.poll();
		if (next != null) {
			next.take(this);
		}
	}

	@Override
	public void failed(Throwable failure) {
		this.callback.failed(failure);
	}

	private void leave(Throwable failure) {
		Scheduler.Task pending = this.timer;
		if (pending != null && pending.cancel()) {
			this.callback.failed(failure);
		}
	}

	/** A step. */
	@FunctionalInterface
	interface Step {

		/**
		 * Takes the step.
		 * @param next told when it is done
		 */
		void take(Callback next);

	}

}

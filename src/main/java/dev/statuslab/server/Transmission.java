package dev.statuslab.server;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;

import org.eclipse.jetty.server.Components;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * The steps in which a response goes out, one after the other. None of them holds a
 * thread; when the client leaves, the steps that are left are dropped.
 */
public final class Transmission implements Callback {

	private final Queue<Step> steps = new ArrayDeque<>(4);

	private final Exchange exchange;

	private volatile Scheduler.@Nullable Task timer;

	/**
	 * A transmission of no steps yet.
	 * @param exchange what it answers
	 */
	public Transmission(Exchange exchange) {
		this.exchange = exchange;
	}

	/**
	 * Adds a step. The last one ends the exchange, and does not tell what it is given.
	 * @param step the step
	 * @return this transmission
	 */
	public Transmission then(Step step) {
		this.steps.add(step);
		return this;
	}

	/**
	 * Adds a step that lets time pass.
	 * @param time how long; for zero there is no step
	 * @return this transmission
	 */
	public Transmission pause(Duration time) {
		return time.isZero() ? this : then((next) -> wait(time, next));
	}

	private void wait(Duration time, Callback next) {
		Components components = this.exchange.request().getComponents();
		// what comes next may take long: not on the timers' own thread
		Runnable resume = () -> components.getExecutor().execute(next::succeeded);
		this.timer = components.getScheduler().schedule(resume, time.toNanos(), TimeUnit.NANOSECONDS);
	}

	/** Takes the first step. */
	public void start() {
		this.exchange.request().addFailureListener(this::leave);
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
		this.exchange.callback().failed(failure);
	}

	private void leave(Throwable failure) {
		Scheduler.Task pending = this.timer;
		if (pending != null && pending.cancel()) {
			this.exchange.callback().failed(failure);
		}
	}

	/** A step. */
	@FunctionalInterface
	public interface Step {

		/**
		 * Takes the step.
		 * @param next told when it is done
		 */
		void take(Callback next);

	}

}

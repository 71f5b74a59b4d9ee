package dev.statuslab.lab;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import dev.statuslab.http.ProblemException;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Reports as they change: first the whole, then each verdict that is another. Looks again
 * four times a second, because a verdict may come of time that has passed.
 */
class ReportEvents implements DisposableBean {

	private static final Duration LONGEST = Duration.ofMinutes(10);

	private static final long MILLISECONDS = 250;

	private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(2, (task) -> {
		Thread thread = new Thread(task, "lab-events");
		thread.setDaemon(true);
		return thread;
	});

	private final AtomicInteger count = new AtomicInteger();

	private final int most;

	ReportEvents(int most) {
		this.most = most;
	}

	/**
	 * Begins a stream.
	 * @param reports gives the report as it is now; throws when the lab is gone
	 * @return the stream
	 * @throws ProblemException 503 if there are too many
	 */
	SseEmitter watch(Supplier<LabReport> reports) {
		if (this.count.incrementAndGet() > this.most) {
			this.count.decrementAndGet();
			throw new ProblemException(503, "Too many reports are being watched already.").with("limit", this.most)
				.field("Retry-After", "10");
		}
		Stream stream = new Stream(reports);
		stream.begin();
		return stream.events;
	}

	@Override
	public void destroy() {
		this.clock.shutdownNow();
	}

	/**
	 * A verdict that has changed.
	 *
	 * @param client the client's name
	 * @param exercise what is found out now
	 */
	record Change(String client, LabReport.Result exercise) {
	}

	private final class Stream implements Runnable {

		private final SseEmitter events = new SseEmitter(LONGEST.toMillis());

		private final Supplier<LabReport> reports;

		private final Map<String, String> known = new HashMap<>();

		private boolean first = true;

		private boolean ended;

		private @Nullable ScheduledFuture<?> looking;

		private Stream(Supplier<LabReport> reports) {
			this.reports = reports;
			this.events.onTimeout(this::end);
			this.events.onError((gone) -> end());
			this.events.onCompletion(this::end);
		}

		private synchronized void begin() {
			this.looking = ReportEvents.this.clock.scheduleWithFixedDelay(this, 0, MILLISECONDS, TimeUnit.MILLISECONDS);
		}

		@Override
		public void run() {
			try {
				look(this.reports.get());
			}
			catch (ProblemException ex) {
				// the lab is gone
				this.events.complete();
				end();
			}
			catch (IOException | IllegalStateException ex) {
				// nobody listens any more
				end();
			}
		}

		private void look(LabReport report) throws IOException {
			boolean whole = this.first;
			this.first = false;
			if (whole) {
				send("report", report);
			}
			for (LabReport.ClientReport client : report.clients()) {
				for (LabReport.Result result : client.exercises()) {
					String verdict = result.verdict() + " " + result.says();
					String before = this.known.put(client.client() + "/" + result.name(), verdict);
					boolean news = !verdict.equals(before) && (before != null || !result.evidence().isEmpty());
					if (news && !whole) {
						send("exercise", new Change(client.client(), result));
					}
				}
			}
		}

		private void send(String name, Object data) throws IOException {
			this.events.send(SseEmitter.event().name(name).data(data, MediaType.APPLICATION_JSON));
		}

		private synchronized void end() {
			if (!this.ended) {
				this.ended = true;
				ReportEvents.this.count.decrementAndGet();
				if (this.looking != null) {
					this.looking.cancel(false);
				}
			}
		}

	}

}

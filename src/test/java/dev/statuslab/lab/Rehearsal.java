package dev.statuslab.lab;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.statuslab.lab.Arrival.Content;
import dev.statuslab.lab.Arrival.Door;

/** An attempt at an exercise without a server: a test says what arrives, and when. */
public final class Rehearsal {

	/** Half a second past a second. */
	public static final Instant BEGINNING = Instant.parse("2026-11-23T08:00:00.500Z");

	private static final String BASE = "http://lab.example/e";

	private static final Origins ORIGINS = new Origins(BASE, "/e", Optional.empty(), Optional.empty());

	private final Exercise exercise;

	private Attempt attempt = Attempt.begun(BEGINNING);

	private Duration time = Duration.ZERO;

	private String version = "HTTP/1.1";

	public Rehearsal(Exercise exercise) {
		this.exercise = exercise;
	}

	public List<PlannedRequest> plan() {
		return this.exercise.requests(BASE);
	}

	public Rehearsal over(String other) {
		this.version = other;
		return this;
	}

	public Rehearsal after(long milliseconds) {
		this.time = this.time.plusMillis(milliseconds);
		return this;
	}

	/** A request arrives, and is answered. */
	public Reply send(PlannedRequest request, String... lines) {
		String below = request.url().substring(BASE.length());
		StringBuilder fields = new StringBuilder();
		for (String line : lines) {
			fields.append(line).append('\n');
		}
		Arrival arrival = new Arrival(this.attempt.count() + 1, BEGINNING.plus(this.time), 1, 1, this.version,
				request.method(), "/e" + below, below, "lab.example", Door.MAIN, fields.toString(), Content.NONE);
		this.attempt = this.attempt.with(arrival);
		return this.exercise.reply(this.attempt, arrival, ORIGINS);
	}

	/** The client tells what it got. */
	public void tell(int request, Reply reply) {
		tell(request, reply.status(), new String(reply.content(), StandardCharsets.UTF_8));
	}

	public void tell(int request, String content) {
		tell(request, 200, content);
	}

	public void tell(int request, int status, String content) {
		Instant now = BEGINNING.plus(this.time);
		this.attempt = this.attempt.with(new Told(request, status, content, null, status / 100 == 2, null, now));
	}

	/** The client tells that a request failed. */
	public void fail(int request, String error) {
		this.attempt = this.attempt.with(new Told(request, null, null, null, null, error, BEGINNING.plus(this.time)));
	}

	public Finding judge() {
		return this.exercise.judge(this.attempt, BEGINNING.plus(this.time));
	}

}

package dev.statuslab.clients;

import java.io.IOException;
import java.util.concurrent.Callable;

import dev.statuslab.clients.Client.Answer;
import dev.statuslab.clients.Client.Session;
import dev.statuslab.clients.Plan.Exercise;
import dev.statuslab.clients.Plan.Request;

/**
 * An exercise, done by a client object of its own.
 */
class Performance implements Callable<Void> {

	private final Client client;

	private final Exercise exercise;

	private final Teller teller;

	private volatile int number;

	/** From then on nothing is told: it would be of us, not of the client. */
	private volatile boolean stopped;

	Performance(Client client, Exercise exercise) {
		this.client = client;
		this.exercise = exercise;
		this.teller = new Teller(exercise);
	}

	/** The request that is under way has no outcome. */
	void stop(String reason) throws IOException {
		this.stopped = true;
		this.teller.tellError(this.number, reason);
	}

	@Override
	public Void call() throws Exception {
		try {
			Session session = this.client.open(this.exercise.url(), this.exercise.credentials());
			for (Request request : this.exercise.requests()) {
				Thread.sleep((long) (request.pause() * 1000));
				this.number++;
				perform(session, request);
				if (this.stopped) {
					break;
				}
			}
		}
		catch (UnableException ex) {
			this.teller.say("left out: " + ex.getMessage());
		}
		return null;
	}

	private void perform(Session session, Request request) throws Exception {
		Answer answer = null;
		Exception error = null;
		try {
			answer = session.send(request);
		}
		catch (UnableException ex) {
			throw ex;
		}
		catch (Exception ex) {
			error = ex;
		}
		if (!this.stopped) {
			this.teller.tell(this.number, answer, error);
		}
	}

}

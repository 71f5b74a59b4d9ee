package dev.statuslab.clients;

import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import dev.statuslab.clients.Client.Session;
import dev.statuslab.clients.Plan.Exercise;
import dev.statuslab.clients.Plan.Request;

/**
 * Has a client do the plan at a URL, several exercises at once: {@code Main okhttp URL};
 * or says what it is: {@code Main okhttp --about}.
 */
final class Main {

	private static final int AT_ONCE = 8;

	/** In seconds, for one exercise. */
	private static final int LIMIT = 30;

	private static final JsonMapper JSON = JsonMapper.builder()
		.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
		.build();

	private Main() {
	}

	public static void main(String[] args) throws Exception {
		Client client = switch (args[0]) {
			case "java-net-http" -> new JavaNetHttp();
			case "apache-httpclient" -> new ApacheHttpClient();
			case "apache-httpclient-cache" -> new ApacheCachingHttpClient();
			case "okhttp" -> new OkHttp();
			case "spring-restclient" -> new SpringRestClient();
			default -> throw new IllegalArgumentException(args[0]);
		};
		if (args[1].equals("--about")) {
			System.out.println(JSON.writeValueAsString(client.about()));
		}
		else {
			perform(client, read(URI.create(args[1])));
		}
		System.exit(0); // whatever a client still waits for
	}

	private static Plan read(URI address) throws Exception {
		try (InputStream content = address.toURL().openStream()) {
			return JSON.readValue(content, Plan.class);
		}
	}

	private static void perform(Client client, Plan plan) throws InterruptedException {
		ExecutorService starters = Executors.newFixedThreadPool(AT_ONCE);
		ExecutorService exercisers = Executors.newCachedThreadPool();
		List<Callable<Void>> tasks = new ArrayList<>();
		for (Exercise exercise : plan.exercises()) {
			tasks.add(() -> limited(exercise, exercisers.submit(() -> perform(client, exercise))));
		}
		starters.invokeAll(tasks);
	}

	private static Void limited(Exercise exercise, Future<?> work) {
		try {
			work.get(LIMIT, TimeUnit.SECONDS);
		}
		catch (Exception ex) {
			work.cancel(true);
			new Teller(exercise).say(ex.toString());
		}
		return null;
	}

	private static Void perform(Client client, Exercise exercise) throws Exception {
		Teller teller = new Teller(exercise);
		try {
			Session session = client.open(exercise.credentials());
			int number = 0;
			for (Request request : exercise.requests()) {
				number++;
				Thread.sleep((long) (request.pause() * 1000));
				perform(session, request, number, teller);
			}
		}
		catch (UnableException ex) {
			teller.say("left out: " + ex.getMessage());
		}
		return null;
	}

	private static void perform(Session session, Request request, int number, Teller teller) throws Exception {
		Client.Answer answer;
		try {
			answer = session.send(request);
		}
		catch (UnableException | InterruptedException ex) {
			throw ex;
		}
		catch (Exception ex) {
			teller.tell(number, ex);
			return;
		}
		teller.tell(number, answer);
	}

}

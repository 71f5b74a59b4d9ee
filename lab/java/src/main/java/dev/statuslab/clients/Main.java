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
import java.util.concurrent.TimeoutException;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import dev.statuslab.clients.Plan.Exercise;

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

	private static void perform(Client client, Plan plan) throws Exception {
		ExecutorService starters = Executors.newFixedThreadPool(AT_ONCE);
		ExecutorService performers = Executors.newCachedThreadPool();
		List<Callable<Void>> tasks = new ArrayList<>();
		for (Exercise exercise : plan.exercises()) {
			tasks.add(() -> perform(new Performance(client, exercise), performers));
		}
		for (Future<Void> outcome : starters.invokeAll(tasks)) {
			outcome.get();
		}
	}

	private static Void perform(Performance performance, ExecutorService performers) throws Exception {
		try {
			performers.submit(performance).get(LIMIT, TimeUnit.SECONDS);
		}
		catch (TimeoutException ex) {
			performance.stop("no outcome after " + LIMIT + " seconds");
		}
		return null;
	}

}

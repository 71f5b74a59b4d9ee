package dev.statuslab.clients;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

import dev.statuslab.clients.Client.Answer;
import dev.statuslab.clients.Plan.Exercise;

/**
 * Tells the lab what a client made of a request. It is none of the clients itself.
 */
class Teller {

	private final Exercise exercise;

	Teller(Exercise exercise) {
		this.exercise = exercise;
	}

	/**
	 * Tells of a request.
	 * @param request which request of the plan, from 1
	 * @param answer what came of it, or {@code null} if it failed
	 * @param error how it failed
	 */
	void tell(int request, @Nullable Answer answer, @Nullable Exception error) throws IOException {
		if (answer != null) {
			tell("request=" + request + "&status=" + answer.status() + parameter("content", answer.content(), 200)
					+ parameter("url", answer.url(), 2000) + parameter("success", answer.success(), 5));
		}
		else if (error != null) {
			tellError(request, error.getClass().getSimpleName() + ": " + error.getMessage());
		}
	}

	void tellError(int request, String error) throws IOException {
		tell("request=" + request + parameter("error", error, 200));
	}

	/** A line for who runs this. */
	void say(String text) {
		System.err.println(this.exercise.name() + ": " + text);
	}

	private String parameter(String name, @Nullable Object value, int length) {
		if (value == null) {
			return "";
		}
		String text = value.toString();
		text = text.substring(0, text.offsetByCodePoints(0, Math.min(length, text.codePointCount(0, text.length()))));
		return "&" + name + "=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	private void tell(String query) throws IOException {
		URI address = URI.create(this.exercise.url() + "/told?" + query);
		HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
		connection.setRequestMethod("POST");
		if (connection.getResponseCode() != 204) {
			say("the lab answered " + connection.getResponseCode() + " to " + query);
		}
	}

}

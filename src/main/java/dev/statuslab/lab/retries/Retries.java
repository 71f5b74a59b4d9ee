package dev.statuslab.lab.retries;

import java.util.ArrayList;
import java.util.List;

import dev.statuslab.lab.Exercise;
import dev.statuslab.lab.ExerciseSet;
import dev.statuslab.lab.Reply;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Whether and when a client repeats a request (RFC 9110 §9.2.2 and §10.2.3). */
@Component("lab.retries")
@Order(3)
class Retries implements ExerciseSet {

	@Override
	public String group() {
		return "retries";
	}

	@Override
	public List<Exercise> exercises() {
		List<Exercise> exercises = new ArrayList<>();
		for (int code : List.of(503, 429)) {
			exercises.add(new RetryAfter(code, false));
			exercises.add(new RetryAfter(code, true));
		}
		exercises.add(new RetryBackOff());
		exercises.add(new RetryPost(false));
		exercises.add(new RetryPost(true));
		exercises.add(new RetryIfYouLike("retry-get-broken", Reply.none()));
		Reply late = Reply.of(408).text("You took too long.\n").field("Connection", "close");
		exercises.add(new RetryIfYouLike("retry-408", late));
		exercises.add(new RetryIfYouLike("retry-421", Reply.of(421).text("Not on this connection.\n")));
		return exercises;
	}

}

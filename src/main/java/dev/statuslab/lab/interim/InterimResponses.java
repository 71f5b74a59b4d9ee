package dev.statuslab.lab.interim;

import java.util.List;

import dev.statuslab.lab.Exercise;
import dev.statuslab.lab.ExerciseSet;
import dev.statuslab.lab.Field;
import dev.statuslab.lab.Reply;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What a client does with responses before the final one (RFC 9110 §15.2). */
@Component("lab.interim")
@Order(5)
class InterimResponses implements ExerciseSet {

	private static final Reply.Interim CONTINUE = new Reply.Interim(100, List.of());

	private static final Reply.Interim PROCESSING = new Reply.Interim(102, List.of());

	private static final Reply.Interim HINTS = new Reply.Interim(103,
			List.of(new Field("Link", "</style.css>; rel=preload; as=style")));

	private static final Reply.Interim UNKNOWN = new Reply.Interim(199,
			List.of(new Field("Lab-Progress", "half"), new Field("Content-Type", "text/interim")));

	@Override
	public String group() {
		return "interim";
	}

	@Override
	public List<Exercise> exercises() {
		return List.of(new Interim("interim-100", List.of(CONTINUE)), new Interim("interim-102", List.of(PROCESSING)),
				new Interim("interim-103", List.of(HINTS)), new Interim("interim-unknown", List.of(UNKNOWN)),
				new Interim("interim-several", List.of(CONTINUE, PROCESSING, HINTS, UNKNOWN, HINTS)), new ExpectWait(),
				new ExpectFinal(), new ExpectRefused(), new ExpectFailed());
	}

}

package dev.statuslab.lab.unknown;

import java.util.List;
import java.util.stream.Stream;

import dev.statuslab.lab.Exercise;
import dev.statuslab.lab.ExerciseSet;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What a client makes of a code that it can't know (RFC 9110 §15). */
@Component("lab.unknown")
@Order(7)
class UnknownCodes implements ExerciseSet {

	@Override
	public String group() {
		return "unknown";
	}

	@Override
	public List<Exercise> exercises() {
		return Stream.of(299, 399, 499, 599).<Exercise>map(UnknownCode::new).toList();
	}

}

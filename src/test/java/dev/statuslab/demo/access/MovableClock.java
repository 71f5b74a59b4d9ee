package dev.statuslab.demo.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** A clock that goes forward when a test says so. */
final class MovableClock implements InstantSource {

	private volatile Duration ahead = Duration.ZERO;

	@Override
	public Instant instant() {
		return Instant.now().plus(this.ahead);
	}

	void forward(Duration time) {
		this.ahead = this.ahead.plus(time);
	}

	/** Gives it to the server under test. */
	static class Configuration {

		@Bean
		@Primary
		MovableClock movableClock() {
			return new MovableClock();
		}

	}

}

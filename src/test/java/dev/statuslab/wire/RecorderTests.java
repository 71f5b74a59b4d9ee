package dev.statuslab.wire;

import java.nio.charset.StandardCharsets;

import dev.statuslab.wire.Capture.Direction;
import dev.statuslab.wire.Capture.Event;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RecorderTests {

	private final Recorder recorder = new Recorder(1000);

	@Test
	void whatWasShownIsNotAddedTo() {
		for (int time = 1; time <= 20; time++) {
			add("octets");
			assertThat(this.recorder.capture().events()).hasSize(time)
				.extracting((event) -> event.octets().text())
				.containsOnly("octets");
		}
	}

	@Test
	void noOctetIsLostWhereOnesThatFollowAreOneEvent() {
		for (int time = 0; time < 20; time++) {
			add("octets");
		}
		assertThat(this.recorder.capture().events()).hasSizeBetween(1, 20)
			.extracting(Event::octets)
			.extracting(Octets::text)
			.satisfies((texts) -> assertThat(String.join("", texts)).isEqualTo("octets".repeat(20)));
	}

	private void add(String text) {
		byte[] octets = text.getBytes(StandardCharsets.US_ASCII);
		this.recorder.octets(Direction.SENT, octets, 0, octets.length);
	}

}

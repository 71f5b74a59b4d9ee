package dev.statuslab.page;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

import dev.statuslab.page.WireEvent.Line;
import dev.statuslab.recipe.Transcript.EventView;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Octets as people see them. */
class WireEventTests {

	@Test
	void theEndOfALineIsSeen() {
		assertThat(text("a\r\nb\nc").lines()).containsExactly(new Line("a", "CR LF"), new Line("b", "LF"),
				new Line("c", ""));
		assertThat(text("\r\n").lines()).containsExactly(new Line("", "CR LF"));
	}

	@Test
	void whatCannotBePrintedShowsItsNumber() {
		assertThat(text("a\u0000b\rc\td한").lines()).containsExactly(new Line("a\\x00b\\x0dc\td한", ""));
	}

	@Test
	void whatIsNoTextIsHexadecimalBelowItsHead() {
		byte[] message = "HTTP/1.1 200 OK\r\n\r\n\u00ff\u001f".getBytes(StandardCharsets.ISO_8859_1);
		assertThat(binary(message).lines()).containsExactly(new Line("HTTP/1.1 200 OK", "CR LF"), new Line("", "CR LF"),
				new Line("0000  ff 1f", ""));
		byte[] frame = { (byte) 0x81, 0x02, 'h', 'i' };
		assertThat(binary(frame).lines()).containsExactly(new Line("0000  81 02 68 69", ""));
	}

	@Test
	void hexadecimalOctetsStandInRows() {
		assertThat(binary(new byte[17]).lines()).hasSize(2).last().isEqualTo(new Line("0010  00", ""));
	}

	@Test
	void manyOctetsAreCounted() {
		WireEvent event = text("x".repeat(WireEvent.MOST + 5));
		assertThat(event.more()).isEqualTo(5);
		assertThat(event.size()).isEqualTo(WireEvent.MOST + 5);
		assertThat(event.lines()).containsExactly(new Line("x".repeat(WireEvent.MOST), ""));
		assertThat(text("x").more()).isZero();
	}

	@Test
	void timesCountFromTheFirstEvent() {
		List<WireEvent> events = WireEvent.of(List.of(at("sent", 5000), at("received", 6500), at("received", 15000)));
		assertThat(events).extracting(WireEvent::at).containsExactly("0.0", "1.5", "10.0");
		assertThat(events).extracting(WireEvent::place).containsExactly(0L, 150L, 1000L);
		assertThat(events).extracting(WireEvent::sent).containsExactly(true, false, false);
	}

	private static EventView at(String direction, long microseconds) {
		return new EventView(direction, "octets", microseconds, "x", null);
	}

	private static WireEvent text(String octets) {
		return WireEvent.of(List.of(new EventView("received", "octets", 0, octets, null))).get(0);
	}

	private static WireEvent binary(byte[] octets) {
		String encoded = Base64.getEncoder().encodeToString(octets);
		return WireEvent.of(List.of(new EventView("received", "octets", 0, encoded, "base64"))).get(0);
	}

}

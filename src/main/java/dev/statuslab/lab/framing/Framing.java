package dev.statuslab.lab.framing;

import java.nio.charset.StandardCharsets;
import java.util.List;

import dev.statuslab.http.HttpDates;
import dev.statuslab.lab.Arrival;
import dev.statuslab.lab.Exercise;
import dev.statuslab.lab.ExerciseSet;
import dev.statuslab.lab.Reply;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Where a client sees the end of a response (RFC 9112 §6.3, §8). */
@Component("lab.framing")
@Order(6)
class Framing implements ExerciseSet {

	/**
	 * The content that is to be read; no line feed ends it, because some tools cut it.
	 */
	static final String CONTENT = "Every octet of this line counts, and none beside it.";

	/** Chunks of all sorts: extensions, leading zeros, digits of both cases (§7.1). */
	private static final String CHUNKS = """
			001;name;other=value\r
			E\r
			B;quoted="a;b\\"c"\r
			very octet \r
			0000000E\r
			of this line c\r
			1a;last\r
			ounts, and none beside it.\r
			0;end=here\r
			\r
			""";

	@Override
	public String group() {
		return "framing";
	}

	@Override
	public List<Exercise> exercises() {
		return List.of(new ReadingOn("framing-204", "GET", 204), new ReadingOn("framing-205", "GET", 205),
				new ReadingOn("framing-304", "GET", 304), new ReadingOn("framing-head", "HEAD", 200),
				new WholeContent("framing-chunked", Framing::chunked, false), new UnmergedTrailers(),
				new WholeContent("framing-close-delimited", Framing::closeDelimited, false),
				new WholeContent("framing-length-and-chunked", Framing::lengthAndChunked, true),
				new BrokenContent("framing-truncated-length", Framing::truncated),
				new BrokenContent("framing-truncated-chunked", (arrival) -> truncated(arrival).chunked()),
				new BrokenContent("framing-reset", Framing::reset),
				new Resumption("framing-resume", Resumption.Kind.SAME),
				new Resumption("framing-resume-changed", Resumption.Kind.CHANGED),
				new Resumption("framing-resume-weak", Resumption.Kind.WEAK),
				new ConnectionUse("framing-keep-alive", false), new ConnectionUse("framing-close", true));
	}

	/** Whether a message can be written octet for octet for an answer. */
	static boolean isWritten(Arrival arrival) {
		return Account.isFramed(arrival) && !arrival.method().equals("HEAD");
	}

	private static Reply chunked(Arrival arrival) {
		return Reply.written(head(arrival) + "Transfer-Encoding: chunked\r\n\r\n" + CHUNKS, false);
	}

	private static Reply closeDelimited(Arrival arrival) {
		return Reply.written(head(arrival) + "\r\n" + CONTENT, false);
	}

	/**
	 * The length is that of the chunks' first octets: who believes it reads other
	 * content.
	 */
	private static Reply lengthAndChunked(Arrival arrival) {
		String chunks = "%x\r\n%s\r\n0\r\n\r\n".formatted(CONTENT.length(), CONTENT);
		return Reply.written(head(arrival) + "Content-Length: 20\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks,
				false);
	}

	private static Reply truncated(Arrival arrival) {
		return Reply.of(200)
			.field("Content-Type", "text/plain")
			.octets(CONTENT.getBytes(StandardCharsets.US_ASCII))
			.breakOff(20, false);
	}

	/** Only the reset tells that more was to come. */
	private static Reply reset(Arrival arrival) {
		return Reply.written(head(arrival) + "\r\n" + CONTENT.substring(0, 20), true);
	}

	private static String head(Arrival arrival) {
		return "HTTP/1.1 200 OK\r\nDate: %s\r\nCache-Control: no-store\r\nContent-Type: text/plain\r\n"
			.formatted(HttpDates.format(arrival.at())) + "Connection: close\r\n";
	}

}

package dev.statuslab.lab;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * What an exercise answers, and how it is sent. Immutable; each method gives another.
 *
 * @param status the status code
 * @param fields the fields, in order
 * @param content the content; to HEAD its length alone is sent
 * @param sending how it is sent
 */
public record Reply(int status, List<Field> fields, byte[] content, Sending sending) {

	/**
	 * A reply without content.
	 * @param status the status code
	 * @return the reply
	 */
	public static Reply of(int status) {
		return new Reply(status, List.of(), new byte[0], Sending.PLAIN);
	}

	/**
	 * A plain 200.
	 * @param text its content
	 * @return the reply
	 */
	public static Reply ok(String text) {
		return of(200).text(text);
	}

	/**
	 * A redirect.
	 * @param status the status code
	 * @param location the reference in Location
	 * @return the reply
	 */
	public static Reply redirect(int status, String location) {
		return of(status).field("Location", location).text("This way: " + location + "\n");
	}

	/**
	 * No reply at all: the connection breaks off before the first octet.
	 * @return the reply
	 */
	public static Reply none() {
		return of(200).breakOff(BreakOff.BEFORE_ALL, false);
	}

	/**
	 * A whole message, octet for octet, for framing that no server does by itself. It
	 * goes out in pieces over HTTP/1.1, and with it the connection ends.
	 * @param message status line, field lines and whatever follows, in ISO 8859-1
	 * @param reset whether the connection is reset after it, and not closed in order
	 * @return the reply
	 */
	public static Reply written(String message, boolean reset) {
		return of(200).octets(message.getBytes(StandardCharsets.ISO_8859_1))
			.keepable()
			.sent((how) -> how.written = new Written(reset));
	}

	/**
	 * The same with one field line more.
	 * @param name the field's name
	 * @param value its value
	 * @return the reply
	 */
	public Reply field(String name, String value) {
		return new Reply(this.status, added(this.fields, new Field(name, value)), this.content, this.sending);
	}

	/**
	 * The same with text for content.
	 * @param text the content
	 * @return the reply
	 */
	public Reply text(String text) {
		return field("Content-Type", "text/plain;charset=utf-8").octets(text.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * The same with other content.
	 * @param octets the content
	 * @return the reply
	 */
	public Reply octets(byte[] octets) {
		return new Reply(this.status, this.fields, octets, this.sending);
	}

	/**
	 * The same after some time.
	 * @param time how long after the interim responses
	 * @return the reply
	 */
	public Reply delay(Duration time) {
		return sent((how) -> how.delay = time);
	}

	/**
	 * The same after one interim response more.
	 * @param status its status code; 100 goes out by itself when content is read that a
	 * client holds back, any other time it is sent as it is, but only over HTTP/1.1
	 * @param fields its fields
	 * @return the reply
	 */
	public Reply interim(int status, Field... fields) {
		return sent((how) -> how.interim = added(how.interim, new Interim(status, List.of(fields))));
	}

	/**
	 * The same after the content has been read, and a 100 was sent for it if the client
	 * waits for one. Only for an exercise that does not read content first; without this,
	 * it is not read.
	 * @param patience the time until the 100
	 * @return the reply
	 */
	public Reply hearing(Duration patience) {
		return sent((how) -> how.hearing = new Hearing(patience, true));
	}

	/**
	 * The same without the content being asked for: no 100 is sent, and it is only
	 * watched whether content comes all the same, before the reply or after it.
	 * @param patience the time until the reply, and after it
	 * @return the reply
	 */
	public Reply watching(Duration patience) {
		return sent((how) -> how.hearing = new Hearing(patience, false));
	}

	/**
	 * The same in chunks.
	 * @return the reply
	 */
	public Reply chunked() {
		return sent((how) -> how.chunked = true);
	}

	/**
	 * The same in chunks, with a trailer field more.
	 * @param name the field's name
	 * @param value its value
	 * @return the reply
	 */
	public Reply trailer(String name, String value) {
		return chunked().sent((how) -> how.trailers = added(how.trailers, new Field(name, value)));
	}

	/**
	 * The same, broken off.
	 * @param octets how much of the content is sent
	 * @param reset whether the connection is reset, and not closed in order
	 * @return the reply
	 */
	public Reply breakOff(int octets, boolean reset) {
		return sent((how) -> how.breakOff = new BreakOff(octets, reset));
	}

	/**
	 * The same, with nothing about caches but what the fields of the exercise say;
	 * otherwise {@code Cache-Control: no-store} is added.
	 * @return the reply
	 */
	public Reply keepable() {
		return sent((how) -> how.keepable = true);
	}

	/** The same, sent in another way. */
	private Reply sent(Consumer<Draft> change) {
		Draft draft = new Draft(this.sending);
		change.accept(draft);
		return new Reply(this.status, this.fields, this.content, draft.sending());
	}

	private static <T> List<T> added(List<T> list, T one) {
		return Stream.concat(list.stream(), Stream.of(one)).toList();
	}

	/**
	 * How a reply is sent.
	 *
	 * @param hearing what happens to content that has not been read
	 * @param interim interim responses before it
	 * @param delay the time before it, after the interim responses
	 * @param chunked whether the content comes in chunks (RFC 9112 §7.1)
	 * @param trailers the trailer section, which needs chunks
	 * @param breakOff where the response breaks off; null if it is whole
	 * @param keepable whether the exercise itself says what caches may do; else nothing
	 * is kept
	 * @param written whether the content is the whole message, and how it ends; null if
	 * it is content
	 */
	public record Sending(@Nullable Hearing hearing, List<Interim> interim, Duration delay, boolean chunked,
			List<Field> trailers, @Nullable BreakOff breakOff, boolean keepable, @Nullable Written written) {

		static final Sending PLAIN = new Sending(null, List.of(), Duration.ZERO, false, List.of(), null, false, null);

	}

	/**
	 * An interim response (RFC 9110 §15.2).
	 *
	 * @param status its status code
	 * @param fields its fields
	 */
	public record Interim(int status, List<Field> fields) {
	}

	/**
	 * How long a client that waits for a 100 has to wait. It is watched whether it sends
	 * content before; then the content is read.
	 *
	 * @param patience the time until the 100
	 * @param asking whether a 100 is sent; without one, it is watched for the same time
	 * after the reply whether content comes
	 */
	public record Hearing(Duration patience, boolean asking) {
	}

	/**
	 * Where a response breaks off, and the connection with it.
	 *
	 * @param octets how much of the content is sent; {@value #BEFORE_ALL} if not even the
	 * head is
	 * @param reset whether the connection is reset, and not closed in order
	 */
	public record BreakOff(int octets, boolean reset) {

		/** Nothing is sent. */
		static final int BEFORE_ALL = -1;

	}

	/**
	 * How a message that is written octet for octet ends.
	 *
	 * @param reset whether the connection is reset, and not closed in order
	 */
	public record Written(boolean reset) {
	}

	/** A way of sending that is being changed. */
	private static final class Draft {

		private @Nullable Hearing hearing;

		private List<Interim> interim;

		private Duration delay;

		private boolean chunked;

		private List<Field> trailers;

		private @Nullable BreakOff breakOff;

		private boolean keepable;

		private @Nullable Written written;

		private Draft(Sending was) {
			this.hearing = was.hearing;
			this.interim = was.interim;
			this.delay = was.delay;
			this.chunked = was.chunked;
			this.trailers = was.trailers;
			this.breakOff = was.breakOff;
			this.keepable = was.keepable;
			this.written = was.written;
		}

		private Sending sending() {
			return new Sending(this.hearing, this.interim, this.delay, this.chunked, this.trailers, this.breakOff,
					this.keepable, this.written);
		}

	}

}

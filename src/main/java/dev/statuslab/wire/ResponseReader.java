package dev.statuslab.wire;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import dev.statuslab.wire.WireResponse.Times;
import org.jspecify.annotations.Nullable;

/** Reads one response, with the interim ones before it. */
final class ResponseReader {

	private final Receiver receiver;

	private final Exchange exchange;

	private final Notes notes = new Notes();

	private final LineReader lines;

	private final ContentReader content;

	private final List<WireHead> interim = new ArrayList<>();

	/** Whether the last head that was read is whole. */
	private boolean wholeHead;

	ResponseReader(Receiver receiver, Exchange exchange, Limits limits) {
		this.receiver = receiver;
		this.exchange = exchange;
		this.lines = new LineReader(receiver, this.notes);
		this.content = new ContentReader(receiver, this.lines, this.notes, limits.kept());
	}

	WireResponse read() {
		WireHead head = readHead();
		while (head != null && head.isInterim()) {
			delimiter(head);
			this.interim.add(head);
			this.exchange.answer(head);
			head = readHead();
		}
		if (head == null || !this.wholeHead) {
			return incomplete(head, Framing.NONE);
		}
		this.exchange.answer(head);
		if (switches(head)) {
			return response(head, Framing.NONE, true, since(this.receiver.arrivedAt()), Ending.SWITCHED);
		}
		Delimiter delimiter = delimiter(head);
		if (!this.content.read(delimiter)) {
			return incomplete(head, delimiter.framing());
		}
		Duration end = since((delimiter.framing() != Framing.CLOSE) ? this.receiver.arrivedAt() : this.receiver.now());
		if (delimiter.framing() != Framing.CLOSE && (delimiter.faulty() || !head.persists())) {
			awaitClose();
		}
		return response(head, delimiter.framing(), !delimiter.faulty(), end, this.receiver.ending());
	}

	/**
	 * Reads a head. An interim one that is cut short is as good as none: the final one is
	 * what is asked for.
	 */
	private @Nullable WireHead readHead() {
		this.wholeHead = false;
		String line = this.lines.line();
		StatusLine status = (line != null) ? StatusLine.parse(line, this.notes, this.receiver.offset()) : null;
		if (status == null) {
			return null;
		}
		List<FieldLine> fields = new ArrayList<>();
		this.wholeHead = this.lines.fields(fields);
		WireHead head = new WireHead(status.version(), status.code(), status.reason(), fields,
				since(this.receiver.arrivedAt()));
		return (this.wholeHead || !head.isInterim()) ? head : null;
	}

	private boolean switches(WireHead head) {
		boolean tunnel = "CONNECT".equals(this.exchange.request().method()) && head.code() / 100 == 2;
		return tunnel || head.code() == 101;
	}

	private Delimiter delimiter(WireHead head) {
		return Delimiter.of(this.exchange.request().method(), head, this.notes, this.receiver.offset());
	}

	/** Where no end can be told, all that comes belongs to it. */
	private WireResponse incomplete(@Nullable WireHead head, Framing framing) {
		this.receiver.drain();
		if (!this.notes.unreadable()) {
			this.notes.add(Note.Kind.TRUNCATED, this.receiver.offset());
		}
		return response(head, framing, false, since(this.receiver.now()), this.receiver.ending());
	}

	private void awaitClose() {
		long end = this.receiver.offset();
		this.receiver.drain();
		if (this.receiver.offset() > end) {
			this.notes.add(Note.Kind.SURPLUS, end);
		}
		Ending ending = this.receiver.ending();
		if (ending == Ending.SILENT || ending == Ending.TIMED_OUT) {
			this.notes.add(Note.Kind.NOT_CLOSED, this.receiver.offset());
		}
	}

	private WireResponse response(@Nullable WireHead head, Framing framing, boolean complete, Duration end,
			Ending ending) {
		Duration first = (this.receiver.offset() > 0) ? since(this.receiver.firstAt()) : null;
		Times times = new Times(first, (this.wholeHead && head != null) ? head.at() : null, end);
		return new WireResponse(head, this.interim, framing, this.content.content(), this.content.chunks(),
				this.content.trailers(), complete, ending, this.notes.toList(), this.receiver.octets(),
				this.exchange.sent(), times);
	}

	private Duration since(long at) {
		return Duration.ofNanos(at - this.exchange.begun());
	}

}

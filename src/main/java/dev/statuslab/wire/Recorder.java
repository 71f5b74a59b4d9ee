package dev.statuslab.wire;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import dev.statuslab.wire.Capture.Direction;
import dev.statuslab.wire.Capture.Event;
import dev.statuslab.wire.Capture.Kind;

/** Keeps the capture of a connection, and its clock. */
final class Recorder {

	private static final long ONE_EVENT = TimeUnit.MILLISECONDS.toNanos(1);

	private final long opened = System.nanoTime();

	private final List<Mark> marks = new ArrayList<>();

	private final int bound;

	/** How many marks a capture has shown, which are not changed any more. */
	private int shown;

	private int kept;

	private long sent;

	private long received;

	private volatile long moved;

	Recorder(int bound) {
		this.bound = bound;
	}

	/** Nanoseconds since the connection was opened. */
	long now() {
		return System.nanoTime() - this.opened;
	}

	/** When something last moved, in nanoseconds since the connection was opened. */
	long moved() {
		return this.moved;
	}

	void move() {
		this.moved = now();
	}

	/** Returns when it was, in nanoseconds since the connection was opened. */
	synchronized long octets(Direction direction, byte[] octets, int offset, int length) {
		long now = now();
		this.moved = now;
		if (direction == Direction.SENT) {
			this.sent += length;
		}
		else {
			this.received += length;
		}
		int room = Math.min(length, this.bound - this.kept);
		if (room > 0) {
			this.kept += room;
			OctetBuffer buffer = mark(direction, now).octets();
			for (int i = 0; i < room; i++) {
				buffer.add(octets[offset + i]);
			}
		}
		return now;
	}

	synchronized void event(Direction direction, Kind kind) {
		this.marks.add(new Mark(direction, kind, now(), new OctetBuffer(0)));
	}

	synchronized Capture capture() {
		this.shown = this.marks.size();
		return new Capture(this.marks.stream().map(Mark::event).toList(), this.sent, this.received);
	}

	private Mark mark(Direction direction, long now) {
		if (this.marks.size() > this.shown) {
			Mark last = this.marks.get(this.marks.size() - 1);
			if (last.direction() == direction && last.kind() == Kind.OCTETS && now - last.at() < ONE_EVENT) {
				return last;
			}
		}
		Mark mark = new Mark(direction, Kind.OCTETS, now, new OctetBuffer(Integer.MAX_VALUE));
		this.marks.add(mark);
		return mark;
	}

	private record Mark(Direction direction, Kind kind, long at, OctetBuffer octets) {

		Event event() {
			return new Event(this.direction, this.kind, Duration.ofNanos(this.at), this.octets.toOctets());
		}

	}

}

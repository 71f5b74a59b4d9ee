package dev.statuslab.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the content of one response as its delimiter tells. */
final class ContentReader {

	/** More digits than fifteen are no size that anyone sends. */
	private static final Pattern CHUNK = Pattern.compile("0*([0-9A-Fa-f]{1,15})(?:[ \\t]*(;.*))?");

	private final Receiver receiver;

	private final LineReader lines;

	private final Notes notes;

	private final OctetBuffer content;

	private final List<Chunk> chunks = new ArrayList<>();

	private final List<FieldLine> trailers = new ArrayList<>();

	ContentReader(Receiver receiver, LineReader lines, Notes notes, int kept) {
		this.receiver = receiver;
		this.lines = lines;
		this.notes = notes;
		this.content = new OctetBuffer(kept);
	}

	/**
	 * Reads the content and what ends it.
	 * @param delimiter how its end is told
	 * @return false if it did not come to that end
	 */
	boolean read(Delimiter delimiter) {
		return switch (delimiter.framing()) {
			case NONE -> true;
			case CONTENT_LENGTH -> read(delimiter.length());
			case CHUNKED -> readChunks() && this.lines.fields(this.trailers);
			case CLOSE -> {
				read(Long.MAX_VALUE);
				yield this.receiver.ending() == Ending.CLOSED;
			}
		};
	}

	Octets content() {
		return this.content.toOctets();
	}

	List<Chunk> chunks() {
		return this.chunks;
	}

	List<FieldLine> trailers() {
		return this.trailers;
	}

	private boolean read(long length) {
		for (long i = 0; i < length; i++) {
			int octet = this.receiver.next();
			if (octet < 0) {
				return false;
			}
			this.content.add(octet);
		}
		return true;
	}

	private boolean readChunks() {
		for (String line = this.lines.line(); line != null; line = this.lines.line()) {
			Matcher chunk = CHUNK.matcher(line);
			if (!chunk.matches()) {
				this.notes.add(Note.Kind.CHUNK_SIZE, this.receiver.offset());
				return false;
			}
			long size = Long.parseLong(chunk.group(1), 16);
			this.chunks.add(new Chunk(size, (chunk.group(2) != null) ? chunk.group(2) : ""));
			if (size == 0) {
				return true;
			}
			if (!read(size) || !readLineEnd()) {
				return false;
			}
		}
		return false;
	}

	private boolean readLineEnd() {
		int octet = this.receiver.next();
		boolean carriageReturn = (octet == '\r');
		if (carriageReturn) {
			octet = this.receiver.next();
		}
		if (octet >= 0 && octet != '\n') {
			this.notes.add(Note.Kind.CHUNK_END, this.receiver.offset());
		}
		else if (octet >= 0 && !carriageReturn) {
			this.notes.add(Note.Kind.BARE_LF, this.receiver.offset());
		}
		return octet == '\n';
	}

}

package dev.statuslab.server;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

import dev.statuslab.http.ProblemException;
import org.eclipse.jetty.http.BadMessageException;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpParser;
import org.eclipse.jetty.http.HttpStatus;
import org.jspecify.annotations.Nullable;

/**
 * Reads requests as Jetty does, and besides takes a later minor version of HTTP/1 for the
 * highest that is spoken here (RFC 9110 §2.5), and tells which field was too large (RFC
 * 6585 §5).
 */
final class Http1Parser extends HttpParser {

	private static final byte[] VERSION = " HTTP/1.".getBytes(StandardCharsets.US_ASCII);

	private final int largestHead;

	/** How many octets of {@link #VERSION} were the last ones of the request line. */
	private int matched;

	private @Nullable FieldLines lines;

	Http1Parser(RequestHandler handler, int largestHead, HttpCompliance compliance) {
		super(handler, largestHead, compliance);
		this.largestHead = largestHead;
	}

	@Override
	public boolean parseNext(ByteBuffer buffer) {
		if (getState().ordinal() < State.HEADER.ordinal()) {
			lowerVersion(buffer);
		}
		return super.parseNext(buffer);
	}

	/** Makes 1 of the later minor version, wherever buffers part the request line. */
	private void lowerVersion(ByteBuffer buffer) {
		boolean leading = isStart();
		for (int i = buffer.position(); i < buffer.limit(); i++) {
			byte octet = buffer.get(i);
			if (octet == '\n' && !leading) {
				this.matched = 0;
				return;
			}
			leading &= octet == '\r' || octet == '\n';
			if (this.matched == VERSION.length) {
				if (octet > '1' && octet <= '9') {
					buffer.put(i, (byte) '1');
				}
				this.matched = 0;
			}
			else if (octet == VERSION[this.matched]) {
				this.matched++;
			}
			else {
				this.matched = (octet == VERSION[0]) ? 1 : 0;
			}
		}
	}

	@Override
	protected boolean parseFields(ByteBuffer buffer) {
		if (!isState(State.HEADER)) {
			return super.parseFields(buffer);
		}
		ByteBuffer read = buffer.duplicate();
		try {
			boolean handled = super.parseFields(buffer);
			// most heads come whole, and need no measuring
			if (isState(State.HEADER)) {
				measure(read.limit(buffer.position()));
			}
			return handled;
		}
		catch (HttpException.RuntimeException ex) {
			if (ex.getCode() != HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE_431) {
				throw ex;
			}
			String field = measure(read.limit(buffer.position())).longerThan(this.largestHead / 2);
			throw (field != null) ? tooLarge(field) : ex;
		}
	}

	private FieldLines measure(ByteBuffer octets) {
		FieldLines measured = (this.lines != null) ? this.lines : new FieldLines();
		measured.add(octets);
		this.lines = measured;
		return measured;
	}

	private BadMessageException tooLarge(String field) {
		return new BadMessageException(HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE_431, field,
				new ProblemException(HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE_431,
						"The field %s takes too much of what there is for the request line and all fields."
							.formatted(field))
					.with("field", field)
					.with("limit", this.largestHead)
					.field("Connection", "close"));
	}

	@Override
	public void reset() {
		super.reset();
		this.lines = null;
	}

}

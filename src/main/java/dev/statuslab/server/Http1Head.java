package dev.statuslab.server;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpVersion;
import org.jspecify.annotations.Nullable;

/** A request's head, where Jetty does not ask of it, or make of it, what the RFC does. */
final class Http1Head {

	private static final Pattern HOST_EMPTY = Pattern.compile("https?://(?:[/?:]|$)", Pattern.CASE_INSENSITIVE);

	private final String uri;

	private final boolean http10;

	private boolean coded;

	private boolean codingUnknown;

	private boolean counted;

	private @Nullable HttpField upgrade;

	private boolean upgradeNamed;

	private @Nullable HttpField expect;

	Http1Head(String uri, HttpVersion version) {
		this.uri = uri;
		this.http10 = version == HttpVersion.HTTP_1_0;
	}

	/**
	 * Reads a field.
	 * @param field the field
	 * @return whether it is held back, since what it means depends on others
	 */
	boolean holdsBack(HttpField field) {
		if (field.getHeader() == HttpHeader.EXPECT) {
			this.expect = (this.expect != null) ? this.expect.withValue(field.getValue()) : field;
			return true;
		}
		if (field.getHeader() == HttpHeader.UPGRADE) {
			this.upgrade = field;
			return true;
		}
		if (field.getHeader() == HttpHeader.TRANSFER_ENCODING) {
			this.coded = true;
			this.codingUnknown |= !field.getValueList().stream().allMatch(HttpHeaderValue.CHUNKED::is);
		}
		this.counted |= field.getHeader() == HttpHeader.CONTENT_LENGTH && field.getLongValue() > 0;
		this.upgradeNamed |= field.getHeader() == HttpHeader.CONNECTION
				&& field.contains(HttpHeaderValue.UPGRADE.asString());
		return false;
	}

	/**
	 * Refuses a head that can't be answered.
	 * @param secure whether it came over TLS
	 * @throws HttpException.RuntimeException 400, 421 or 501
	 */
	void check(boolean secure) {
		// RFC 9112 §6.1: the framing is faulty, whatever it says
		if (this.coded && this.http10) {
			throw new HttpException.RuntimeException(HttpStatus.BAD_REQUEST_400, "Transfer-Encoding in HTTP/1.0");
		}
		// RFC 9112 §6.1: a transfer coding that is not understood is 501; the parser
		// has seen that chunked is the last one (§6.3)
		if (this.codingUnknown) {
			throw new HttpException.RuntimeException(HttpStatus.NOT_IMPLEMENTED_501, "Transfer-Encoding");
		}
		// RFC 9110 §4.2.1
		if (HOST_EMPTY.matcher(this.uri).lookingAt()) {
			throw new HttpException.RuntimeException(HttpStatus.BAD_REQUEST_400, "A URI without a host");
		}
		// RFC 9110 §7.4; what a proxy says of the scheme comes later, by fields
		if (!secure && this.uri.regionMatches(true, 0, "https:", 0, 6)) {
			throw new HttpException.RuntimeException(HttpStatus.MISDIRECTED_REQUEST_421, "https without TLS");
		}
	}

	/**
	 * The fields that were held back and mean something after all.
	 * @return the fields, as Jetty is to see them
	 */
	List<HttpField> heldBack() {
		List<HttpField> fields = new ArrayList<>(2);
		// RFC 9110 §7.8: without the connection option nobody asks for an upgrade
		if (this.upgrade != null && this.upgradeNamed) {
			fields.add(this.upgrade);
		}
		if (this.expect != null) {
			fields.add(isMoot() ? new HttpField((HttpHeader) null, this.expect.getName(), this.expect.getValue())
					: this.expect);
		}
		return fields;
	}

	/**
	 * RFC 9110 §10.1.1: a server ignores Expect in an HTTP/1.0 request, and nobody waits
	 * before content that is not there. Such a field stands by its name alone, or else
	 * Jetty would close the connection.
	 */
	private boolean isMoot() {
		return this.http10 || expectsContinue() && !this.coded && !this.counted;
	}

	/** Whether a 100 is expected, content or not. */
	boolean expectsContinue() {
		return !this.http10 && this.expect != null && HttpHeaderValue.CONTINUE.is(this.expect.getValue());
	}

}

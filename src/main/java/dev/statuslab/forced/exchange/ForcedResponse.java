package dev.statuslab.forced.exchange;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.jspecify.annotations.Nullable;

/**
 * A response that a request has asked for, before it is written.
 *
 * @param status the final status code, 200 to 599
 * @param interim the interim responses before it (RFC 9110 §15.2)
 * @param fields the header fields, without Content-Length
 * @param content the content; HEAD, 204, 205 and 304 get none of it
 * @param pace how fast the content is sent; without one at once
 * @param trailers the trailer section (RFC 9110 §6.5)
 * @param delivery what waits and goes wrong because of the address alone; what the
 * request wishes is added to it
 */
public record ForcedResponse(int status, List<Interim> interim, HttpFields fields, byte[] content, @Nullable Pace pace,
		HttpFields trailers, Delivery delivery) {

	/** The content's type for plain text. */
	public static final String TEXT = "text/plain;charset=utf-8";

	/** The content's type for JSON. */
	public static final String JSON = "application/json";

	private static final int MOST_PIECES = 1000;

	private static final byte[] NOTHING = {};

	/**
	 * A response with nothing but a status code.
	 * @param status the final status code
	 * @return the response
	 */
	public static ForcedResponse of(int status) {
		return new ForcedResponse(status, List.of(), HttpFields.EMPTY, NOTHING, null, HttpFields.EMPTY,
				Delivery.PROMPT);
	}

	/**
	 * The same with an interim response after those that it has.
	 * @param code its status code, 100 or 102 to 199
	 * @param section its fields
	 * @return the new response
	 */
	public ForcedResponse interim(int code, HttpFields section) {
		List<Interim> more = new ArrayList<>(this.interim);
		more.add(new Interim(code, section));
		return new ForcedResponse(this.status, List.copyOf(more), this.fields, this.content, this.pace, this.trailers,
				this.delivery);
	}

	/**
	 * The same with another line of a field.
	 * @param name the field's name
	 * @param value the value of the line
	 * @return the new response
	 */
	public ForcedResponse and(String name, String value) {
		return fields(HttpFields.build(this.fields).add(name, value));
	}

	/**
	 * The same with a field of one line, in the place of any that it had.
	 * @param name the field's name
	 * @param value its value
	 * @return the new response
	 */
	public ForcedResponse with(String name, String value) {
		return fields(HttpFields.build(this.fields).put(name, value));
	}

	/**
	 * The same with a field unless it is there already.
	 * @param name the field's name
	 * @param value its value
	 * @return the new response, or this one
	 */
	public ForcedResponse byDefault(String name, String value) {
		return this.fields.contains(name) ? this : with(name, value);
	}

	/**
	 * The same with these fields, in the place of those that have their names.
	 * @param section the fields, line by line
	 * @return the new response
	 */
	public ForcedResponse replacing(HttpFields section) {
		HttpFields.Mutable all = HttpFields.build(this.fields);
		section.getFieldNamesCollection().forEach(all::remove);
		section.forEach(all::add);
		return fields(all);
	}

	/**
	 * The same without a field.
	 * @param name the field's name
	 * @return the new response
	 */
	public ForcedResponse without(String name) {
		return fields(HttpFields.build(this.fields).remove(name));
	}

	private ForcedResponse fields(HttpFields section) {
		return new ForcedResponse(this.status, this.interim, section.asImmutable(), this.content, this.pace,
				this.trailers, this.delivery);
	}

	/**
	 * The same with other content.
	 * @param mediaType the value of Content-Type
	 * @param octets the content
	 * @return the new response
	 */
	public ForcedResponse content(String mediaType, byte[] octets) {
		return new ForcedResponse(this.status, this.interim,
				HttpFields.build(this.fields).put(HttpHeader.CONTENT_TYPE, mediaType).asImmutable(), octets, this.pace,
				this.trailers, this.delivery);
	}

	/**
	 * The same with plain text for content.
	 * @param text the content
	 * @return the new response
	 */
	public ForcedResponse text(String text) {
		return content(TEXT, text.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * The same without content.
	 * @return the new response
	 */
	public ForcedResponse withoutContent() {
		return new ForcedResponse(this.status, this.interim,
				HttpFields.build(this.fields).remove(HttpHeader.CONTENT_TYPE).asImmutable(), NOTHING, this.pace,
				this.trailers, this.delivery);
	}

	/**
	 * The same, with its content sent at a pace.
	 * @param newPace the pace
	 * @return the new response
	 */
	public ForcedResponse at(Pace newPace) {
		return new ForcedResponse(this.status, this.interim, this.fields, this.content, newPace, this.trailers,
				this.delivery);
	}

	/**
	 * The same with a trailer section, in chunks where HTTP/1.1 needs them.
	 * @param section the trailer fields
	 * @return the new response
	 */
	public ForcedResponse trailers(HttpFields section) {
		return new ForcedResponse(this.status, this.interim, this.fields, this.content, this.pace,
				section.asImmutable(), this.delivery);
	}

	/**
	 * The same, going wrong by itself.
	 * @param newFault what goes wrong
	 * @return the new response
	 */
	public ForcedResponse failing(Fault newFault) {
		return delivered(new Delivery(this.delivery.beforeHeaders(), this.delivery.afterHeaders(), newFault));
	}

	/**
	 * The same, sent later.
	 * @param time how much later; what the request wishes is added to it
	 * @return the new response
	 */
	public ForcedResponse after(Duration time) {
		return delivered(this.delivery.and(new Delivery(time, Duration.ZERO, Fault.NONE)));
	}

	/**
	 * The same, with its content spread over a length of time: the first piece comes at
	 * once and the last one at its end. Content of a single piece comes at the end.
	 * @param time the length of time
	 * @param octets how many at a time, at least 1; more where there would be over a
	 * thousand pieces
	 * @return the new response
	 */
	public ForcedResponse over(Duration time, int octets) {
		int length = this.content.length;
		int size = Math.max(octets, (length + MOST_PIECES - 1) / MOST_PIECES);
		Duration interval = (length > size) ? time.dividedBy((length - 1) / size) : Duration.ZERO;
		return interval.isZero() ? after(time) : at(new Pace(size, interval));
	}

	private ForcedResponse delivered(Delivery newDelivery) {
		return new ForcedResponse(this.status, this.interim, this.fields, this.content, this.pace, this.trailers,
				newDelivery);
	}

	/** Whether the status code lets a response have content (RFC 9110 §6.4.1). */
	boolean mayHaveContent() {
		return this.status != 204 && this.status != 205 && this.status != 304;
	}

	/**
	 * An interim response.
	 *
	 * @param status its status code
	 * @param fields its fields
	 */
	public record Interim(int status, HttpFields fields) {
	}

}

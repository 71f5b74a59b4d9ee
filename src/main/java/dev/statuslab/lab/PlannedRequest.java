package dev.statuslab.lab;

import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A request that a client is asked to make. What is absent is left to the client.
 *
 * @param method the method
 * @param url the absolute URL
 * @param fields fields that the client adds, by name
 * @param content text content, in UTF-8
 * @param size instead: that many octets, each {@code x}
 * @param credentials what the client logs in with when it is asked to
 * @param pause seconds to wait before the request
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PlannedRequest(String method, String url, @Nullable Map<String, String> fields, @Nullable String content,
		@Nullable Integer size, @Nullable Credentials credentials, @Nullable Double pause) {

	/**
	 * A request that the client makes as it always does.
	 * @param method the method
	 * @param url the absolute URL
	 * @return the request
	 */
	public static PlannedRequest of(String method, String url) {
		return new PlannedRequest(method, url, null, null, null, null, null);
	}

	/**
	 * A GET request.
	 * @param url the absolute URL
	 * @return the request
	 */
	public static PlannedRequest get(String url) {
		return of("GET", url);
	}

	/**
	 * The same with one field more.
	 * @param name the field's name
	 * @param value its value
	 * @return the request
	 */
	public PlannedRequest field(String name, String value) {
		Map<String, String> all = new LinkedHashMap<>();
		if (this.fields != null) {
			all.putAll(this.fields);
		}
		all.put(name, value);
		return new PlannedRequest(this.method, this.url, all, this.content, this.size, this.credentials, this.pause);
	}

	/**
	 * The same with text content.
	 * @param text the content
	 * @return the request
	 */
	public PlannedRequest content(String text) {
		return new PlannedRequest(this.method, this.url, this.fields, text, null, this.credentials, this.pause);
	}

	/**
	 * The same with long content.
	 * @param octets how many octets
	 * @return the request
	 */
	public PlannedRequest size(int octets) {
		return new PlannedRequest(this.method, this.url, this.fields, null, octets, this.credentials, this.pause);
	}

	/**
	 * The same with credentials.
	 * @param user the user's name
	 * @param password the password
	 * @param scheme the only scheme to use, or null
	 * @return the request
	 */
	public PlannedRequest credentials(String user, String password, @Nullable String scheme) {
		return new PlannedRequest(this.method, this.url, this.fields, this.content, this.size,
				new Credentials(user, password, scheme), this.pause);
	}

	/**
	 * The same after a pause.
	 * @param seconds how long
	 * @return the request
	 */
	public PlannedRequest pause(double seconds) {
		return new PlannedRequest(this.method, this.url, this.fields, this.content, this.size, this.credentials,
				seconds);
	}

	/**
	 * Credentials.
	 *
	 * @param user the user's name
	 * @param password the password
	 * @param scheme the only authentication scheme to use, such as {@code Basic}; absent
	 * where the client chooses
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record Credentials(String user, String password, @Nullable String scheme) {
	}

}

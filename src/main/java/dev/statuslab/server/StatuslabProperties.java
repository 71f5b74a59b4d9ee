package dev.statuslab.server;

import java.time.Duration;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What an operator can set, under {@code statuslab.*}. Every bound of the server is here.
 *
 * @param limits what a request may cost
 * @param store what the demos remember
 * @param front the cache of rendered catalogue pages
 */
@Validated
@ConfigurationProperties("statuslab")
public record StatuslabProperties(@DefaultValue @Valid Limits limits, @DefaultValue @Valid Store store,
		@DefaultValue @Valid Front front) {

	/**
	 * What a request may cost.
	 *
	 * @param target octets of a request target; a longer one is 414
	 * @param head octets of request line and fields together; more is 431
	 * @param content octets of request content; more is 413
	 * @param discard octets of unwanted content that are read off before the connection
	 * closes
	 * @param discardTime how long such content is read off
	 * @param idle how long a silent connection is kept, and a stalled request waited for
	 * before it is 408
	 */
	public record Limits(@DefaultValue("8192") @Min(8000) int target, @DefaultValue("24KB") @NotNull DataSize head,
			@DefaultValue("64KB") @NotNull DataSize content, @DefaultValue("4MB") @NotNull DataSize discard,
			@DefaultValue("2s") @NotNull Duration discardTime, @DefaultValue("15s") @NotNull Duration idle) {
	}

	/**
	 * What the demos remember.
	 *
	 * @param size how many values each store holds
	 * @param age how long a value lives after it was last written
	 */
	public record Store(@DefaultValue("1000") @Min(1) @Max(10_000_000) long size,
			@DefaultValue("1h") @NotNull Duration age) {
	}

	/**
	 * The cache of rendered catalogue pages.
	 *
	 * @param size octets that it holds at most, gzip variants included
	 */
	public record Front(@DefaultValue("8MB") @NotNull DataSize size) {
	}

}

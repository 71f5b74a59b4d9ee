package dev.statuslab.forced.exchange;

import java.time.Duration;
import java.util.Set;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What an operator can set for answers on demand.
 *
 * @param delay the longest that one response may take, all its delays together
 * @param waiting how many requests may be delayed at once; one more is 503
 * @param hosts other hosts that a caller's references may lead to, by exact name, with
 * {@code :port} where it is not the scheme's own
 */
@Validated
@ConfigurationProperties("statuslab.forced")
public record ForcedProperties(@DefaultValue("30s") @NotNull Duration delay, @DefaultValue("10000") @Min(0) int waiting,
		@DefaultValue Set<String> hosts) {
}

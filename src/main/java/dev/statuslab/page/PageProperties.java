package dev.statuslab.page;

import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * What an operator can set for the pages.
 *
 * @param origin scheme and authority under which the public finds them, such as
 * {@code https://statuslab.example}, for the links that other sites and search engines
 * read. Host is not asked for it: what one visitor sends would be kept for all.
 */
@Validated
@ConfigurationProperties("statuslab.page")
record PageProperties(@Nullable @Pattern(regexp = "https?://[^/?#\\s]+") String origin) {

	/** What stands before an absolute path: the origin, or nothing. */
	String before() {
		return (this.origin != null) ? this.origin : "";
	}

}

package dev.statuslab.demo.access;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * A fresh bearer token (the form is RFC 6749 §5.1's).
 *
 * @param accessToken the token, as it stands in Authorization
 * @param tokenType the scheme that it is for
 * @param expiresIn for how many seconds it is good
 */
@JsonPropertyOrder({ "access_token", "token_type", "expires_in" })
record IssuedToken(@JsonProperty("access_token") String accessToken, @JsonProperty("token_type") String tokenType,
		@JsonProperty("expires_in") long expiresIn) {
}

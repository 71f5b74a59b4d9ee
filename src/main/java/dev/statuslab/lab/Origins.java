package dev.statuslab.lab;

import java.util.Optional;

/**
 * Where an exercise is, as the client sees it.
 *
 * @param base the absolute URL of the exercise at the origin that the request came to
 * @param path its path, with a leading slash, for references without scheme and authority
 * @param otherPort its absolute URL at another port of the same host, or at whatever
 * other authority the operator has set; nothing if there is none
 * @param otherHost its absolute URL at another host, for what is bound to a host and not
 * to a port, as cookies are (RFC 6265 §8.5); nothing if there is none
 */
public record Origins(String base, String path, Optional<String> otherPort, Optional<String> otherHost) {
}

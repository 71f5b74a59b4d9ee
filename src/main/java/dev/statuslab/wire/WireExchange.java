package dev.statuslab.wire;

/**
 * A request's response, and all that went over its connection.
 *
 * @param response the response
 * @param capture the octets both ways
 */
public record WireExchange(WireResponse response, Capture capture) {
}

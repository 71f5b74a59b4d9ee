package dev.statuslab.wire;

/**
 * One field line (RFC 9112 §5).
 *
 * @param name its name as it is spelt; empty if the line has none
 * @param value its value without the whitespace around it; an obs-fold is one space
 * @param line the line as it came, one character for each octet, without the line end
 */
public record FieldLine(String name, String value, String line) {
}

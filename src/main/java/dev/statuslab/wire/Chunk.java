package dev.statuslab.wire;

/**
 * The line that begins a chunk (RFC 9112 §7.1).
 *
 * @param size octets of data that it announces; 0 is the last chunk
 * @param extensions what follows the size, from the first semicolon on; empty if nothing
 */
public record Chunk(long size, String extensions) {
}

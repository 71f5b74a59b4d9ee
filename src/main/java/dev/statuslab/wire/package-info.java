/**
 * A small HTTP/1.1 client that keeps every octet (RFC 9112): interim responses, chunks,
 * trailers, half-sent messages, resets. It holds no opinion on what it sends, and what
 * comes back broken or cut short is a value, not an exception.
 */
@NullMarked
package dev.statuslab.wire;

import org.jspecify.annotations.NullMarked;

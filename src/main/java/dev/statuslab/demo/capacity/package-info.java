/**
 * A service that can't answer just now, and says until when: planned maintenance and a
 * pool without a free worker, both 503 with {@code Retry-After}.
 */
@NullMarked
package dev.statuslab.demo.capacity;

import org.jspecify.annotations.NullMarked;

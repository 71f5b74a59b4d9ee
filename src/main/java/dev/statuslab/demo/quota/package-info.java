/**
 * A resource that may be asked only so often: 429 with {@code Retry-After}, and the
 * RateLimit fields that let a client see it coming.
 */
@NullMarked
package dev.statuslab.demo.quota;

import org.jspecify.annotations.NullMarked;

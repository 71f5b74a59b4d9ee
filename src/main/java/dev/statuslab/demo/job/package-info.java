/**
 * Work that is accepted now and done later: 202 and its monitor, 303 to the result, and
 * what a client prefers (RFC 7240).
 */
@NullMarked
package dev.statuslab.demo.job;

import org.jspecify.annotations.NullMarked;

/**
 * What the benchmark compares the server with; no part of the server (Maven profile
 * {@code bench}).
 */
@NullMarked
package dev.statuslab.bench;

import org.jspecify.annotations.NullMarked;

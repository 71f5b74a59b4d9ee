/**
 * A metered resource with a balance a key: 402 while it is empty, and a way to pay.
 */
@NullMarked
package dev.statuslab.demo.meter;

import org.jspecify.annotations.NullMarked;

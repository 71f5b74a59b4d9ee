/**
 * Transfers that must not happen twice: 425 for what came as TLS early data and is not
 * safe.
 */
@NullMarked
package dev.statuslab.demo.early;

import org.jspecify.annotations.NullMarked;

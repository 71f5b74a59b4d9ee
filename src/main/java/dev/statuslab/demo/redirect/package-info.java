/**
 * Redirects: addresses that moved, the matrix of codes and methods for client authors,
 * and the echo that shows what arrived at the end.
 */
@NullMarked
package dev.statuslab.demo.redirect;

import org.jspecify.annotations.NullMarked;

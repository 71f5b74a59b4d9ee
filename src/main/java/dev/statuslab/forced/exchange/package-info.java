/**
 * How an answer on demand is made and sent: a route makes one immutable value of a
 * request, and one writer sends it, late, slowly or broken if that is what was asked for.
 */
@NullMarked
package dev.statuslab.forced.exchange;

import org.jspecify.annotations.NullMarked;

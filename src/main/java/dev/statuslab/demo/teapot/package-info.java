/**
 * A teapot and a coffee pot that speak HTCPCP (RFC 2324, RFC 7168): 418 for coffee from a
 * teapot, 300 for the choice of teas.
 */
@NullMarked
package dev.statuslab.demo.teapot;

import org.jspecify.annotations.NullMarked;

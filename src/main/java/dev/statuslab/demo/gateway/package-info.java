/**
 * A gateway with a real hop behind it: 502 and 504 from an upstream server of our own
 * that misbehaves on command, and a small cache in front of it.
 */
@NullMarked
package dev.statuslab.demo.gateway;

import org.jspecify.annotations.NullMarked;

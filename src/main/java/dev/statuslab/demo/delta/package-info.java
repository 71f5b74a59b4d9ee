/**
 * A price list whose older versions are remembered, so that who has one of them is sent
 * what has changed since: 226 (RFC 3229).
 */
@NullMarked
package dev.statuslab.demo.delta;

import org.jspecify.annotations.NullMarked;

/**
 * A resource with protocol extensions that must not be ignored: 510 where one is declared
 * that it does not know, or none at all (RFC 2774).
 */
@NullMarked
package dev.statuslab.demo.extension;

import org.jspecify.annotations.NullMarked;

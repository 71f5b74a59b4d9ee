/**
 * A library with a takedown register: 451 where a legal demand withholds an item from the
 * caller's jurisdiction.
 */
@NullMarked
package dev.statuslab.demo.register;

import org.jspecify.annotations.NullMarked;

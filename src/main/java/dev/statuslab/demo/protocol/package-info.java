/**
 * What comes before a final response or in its place: 100, 102 and 103, the switch to
 * another protocol with 101, and the codes that refuse content from its head alone.
 */
@NullMarked
package dev.statuslab.demo.protocol;

import org.jspecify.annotations.NullMarked;

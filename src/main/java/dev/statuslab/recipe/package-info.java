/**
 * How each code is earned, step by step, as data: one recipe feeds the test suite, the
 * transcript and what is exported. A recipe plays against this server and no other.
 */
@NullMarked
package dev.statuslab.recipe;

import org.jspecify.annotations.NullMarked;

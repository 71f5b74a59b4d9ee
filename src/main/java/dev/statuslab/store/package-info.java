/**
 * State that expires: one small interface, bounded in number and age. What is kept is not
 * this room's business.
 */
@NullMarked
package dev.statuslab.store;

import org.jspecify.annotations.NullMarked;

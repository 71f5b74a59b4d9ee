/**
 * Data files that people write: read strictly, and refused by file, entry and field.
 * Every text in them is in both languages.
 */
@NullMarked
package dev.statuslab.data;

import org.jspecify.annotations.NullMarked;

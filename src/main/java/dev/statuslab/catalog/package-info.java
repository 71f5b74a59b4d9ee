/** What each status code means: the catalogue, its reader and its API. */
@NullMarked
package dev.statuslab.catalog;

import org.jspecify.annotations.NullMarked;

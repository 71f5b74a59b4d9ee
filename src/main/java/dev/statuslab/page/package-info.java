/** What a visitor sees: the catalogue as pages for people and as text for terminals. */
@NullMarked
package dev.statuslab.page;

import org.jspecify.annotations.NullMarked;

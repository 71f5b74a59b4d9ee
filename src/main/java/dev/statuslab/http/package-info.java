/**
 * HTTP's own values: entity tags, preconditions, ranges, dates, challenges, negotiation.
 * Pure functions with no framework and no state in them.
 */
@NullMarked
package dev.statuslab.http;

import org.jspecify.annotations.NullMarked;

/**
 * The container and what surrounds every exchange: listeners, limits, negotiation, the
 * front cache, problem details, configuration.
 */
@NullMarked
package dev.statuslab.server;

import org.jspecify.annotations.NullMarked;

/**
 * Java's HTTP clients, each of which does a plan of the lab as it always does.
 */
@NullMarked
package dev.statuslab.clients;

import org.jspecify.annotations.NullMarked;

/**
 * The client lab: a client is pointed at exercises and does what it always does; what
 * really arrives is recorded, and judged by what the RFCs ask of a client.
 */
@NullMarked
package dev.statuslab.lab;

import org.jspecify.annotations.NullMarked;

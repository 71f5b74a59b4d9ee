/** Whether a client finds the end of a response (RFC 9112 §6 and §9). */
@NullMarked
package dev.statuslab.lab.framing;

import org.jspecify.annotations.NullMarked;

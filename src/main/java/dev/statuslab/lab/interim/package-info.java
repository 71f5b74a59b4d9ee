/**
 * What a client makes of interim responses, and how it waits for one (RFC 9110 §10.1.1
 * and §15.2).
 */
@NullMarked
package dev.statuslab.lab.interim;

import org.jspecify.annotations.NullMarked;

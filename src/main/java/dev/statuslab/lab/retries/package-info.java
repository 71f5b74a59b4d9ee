/** What a client repeats, when, and how often (RFC 9110 §9.2.2 and §10.2.3). */
@NullMarked
package dev.statuslab.lab.retries;

import org.jspecify.annotations.NullMarked;

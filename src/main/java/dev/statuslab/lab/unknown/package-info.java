/** What a client makes of codes that it does not know (RFC 9110 §15). */
@NullMarked
package dev.statuslab.lab.unknown;

import org.jspecify.annotations.NullMarked;

/** What a client that stores responses does with them (RFC 9111). */
@NullMarked
package dev.statuslab.lab.caching;

import org.jspecify.annotations.NullMarked;

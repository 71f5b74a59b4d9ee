/** What a client does with redirects (RFC 9110 §15.4). */
@NullMarked
package dev.statuslab.lab.redirects;

import org.jspecify.annotations.NullMarked;

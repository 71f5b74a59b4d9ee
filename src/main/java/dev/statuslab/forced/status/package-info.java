/**
 * Any code by request, in the dialects of httpstat.us and httpbin and with one
 * composition that both share.
 */
@NullMarked
package dev.statuslab.forced.status;

import org.jspecify.annotations.NullMarked;

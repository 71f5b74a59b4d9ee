/**
 * Httpbin's addresses that concern status codes: redirects, caching, conditions, ranges,
 * authentication, cookies and delay.
 */
@NullMarked
package dev.statuslab.forced.httpbin;

import org.jspecify.annotations.NullMarked;

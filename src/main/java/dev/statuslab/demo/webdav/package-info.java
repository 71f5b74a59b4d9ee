/**
 * A little WebDAV tree of each visitor's own: 207, 208, 423, 424, 507 and 508 (RFC 4918,
 * RFC 5842, RFC 4331).
 */
@NullMarked
package dev.statuslab.demo.webdav;

import org.jspecify.annotations.NullMarked;

/**
 * One greeting in several languages and types: negotiated by the server, or by the client
 * with a list of what there is (300, RFC 2295), 406 where nothing fits, and 415 for
 * content that can't be taken.
 */
@NullMarked
package dev.statuslab.demo.negotiation;

import org.jspecify.annotations.NullMarked;

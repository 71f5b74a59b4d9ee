/**
 * Two hops in front of this server, each at a port of its own: a forward proxy with
 * credentials and a data saver (407, CONNECT, 203), and a captive portal (511); and what
 * proxies once meant by 305 and 306.
 */
@NullMarked
package dev.statuslab.demo.hop;

import org.jspecify.annotations.NullMarked;

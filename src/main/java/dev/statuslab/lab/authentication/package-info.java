/** How a client logs in (RFC 7617 and RFC 7616). */
@NullMarked
package dev.statuslab.lab.authentication;

import org.jspecify.annotations.NullMarked;

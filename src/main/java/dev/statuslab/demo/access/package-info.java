/**
 * Who may see what: 401 with its challenges, 403, and the 404 that hides. Spring Security
 * guards these addresses and no others.
 */
@NullMarked
package dev.statuslab.demo.access;

import org.jspecify.annotations.NullMarked;

/**
 * A document store: what creates, reads, saves and deletes resources, and what protects
 * them from lost updates.
 */
@NullMarked
package dev.statuslab.demo.document;

import org.jspecify.annotations.NullMarked;

package dev.statuslab.demo.document;

import org.jspecify.annotations.Nullable;

/**
 * What an author sent: a document's content as it came, and what the server needs to know
 * of it.
 *
 * @param octets the content, valid JSON in UTF-8
 * @param title its title; several documents may have the same
 * @param slug its short name, if it has one; no two documents have the same
 */
record Submission(byte[] octets, String title, @Nullable String slug) {
}

package dev.statuslab.demo.access;

import java.time.Instant;

/**
 * What is known of an issued bearer token.
 *
 * @param user whom it stands for
 * @param expires when it ceases to
 */
record Token(String user, Instant expires) {
}

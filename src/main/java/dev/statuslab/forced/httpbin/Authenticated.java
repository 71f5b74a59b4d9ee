package dev.statuslab.forced.httpbin;

/**
 * What who has signed in by name and password is told.
 *
 * @param authenticated true
 * @param user the user's name
 */
record Authenticated(boolean authenticated, String user) {
}

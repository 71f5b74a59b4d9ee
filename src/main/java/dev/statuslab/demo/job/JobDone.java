package dev.statuslab.demo.job;

/**
 * The note that goes with the redirect to the result (RFC 9110 §15.4.4), for those who
 * don't follow it by themselves.
 *
 * @param id the job's id
 * @param state {@code done}
 * @param result where the result is
 */
record JobDone(String id, String state, String result) {
}

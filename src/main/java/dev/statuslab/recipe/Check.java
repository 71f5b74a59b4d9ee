package dev.statuslab.recipe;

/**
 * An expectation and what came of it.
 *
 * @param what what was looked at, such as {@code status} or {@code field ETag}
 * @param expected what must be
 * @param actual what was
 * @param passed whether it was as it must be
 */
public record Check(Wording what, Wording expected, Wording actual, boolean passed) {
}

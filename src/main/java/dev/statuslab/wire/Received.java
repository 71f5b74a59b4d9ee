package dev.statuslab.wire;

import java.time.Duration;

/**
 * Octets that were read without regard to HTTP.
 *
 * @param octets what came
 * @param ending {@link Ending#KEPT} if what was waited for came; else why it didn't
 * @param at when the last of it came or waiting ended, since the connection was opened
 */
public record Received(Octets octets, Ending ending, Duration at) {
}

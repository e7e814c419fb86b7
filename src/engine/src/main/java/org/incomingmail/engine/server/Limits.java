package org.incomingmail.engine.server;

import java.time.Duration;

/** Bounds and defaults of what an administrator may enter. */
public final class Limits {
    public static final int NAME = 255;
    public static final int FOLDER = 255;
    public static final int PASSWORD = 1024;

    /** RFC 5321 4.5.3.1.3: a path of 256 octets with its angle brackets. */
    public static final int ADDRESS = 254;

    public static final int CERTIFICATES = 64 * 1024;

    /** Half a minute is as often as large services bear; a day is as rare as is useful. */
    public static final Duration SHORTEST_POLL = Duration.ofSeconds(30);

    public static final Duration LONGEST_POLL = Duration.ofDays(1);
    public static final Duration POLL = Duration.ofMinutes(1);
    public static final Duration LONGEST_TIMEOUT = Duration.ofMinutes(5);
    public static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(20);
    public static final Duration READ_TIMEOUT = Duration.ofMinutes(1);

    private Limits() {}
}

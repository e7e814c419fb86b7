package org.incomingmail.dev.applinks.provider;

/**
 * What a test of a link found.
 *
 * @param what was looked at
 * @param text for administrators
 */
public record Finding(String what, Verdict verdict, String text) {

    /** Good, worth knowing, or in the way. */
    public enum Verdict {
        OK,
        WARNING,
        FAILED
    }

    static Finding ok(String what, String text) {
        return new Finding(what, Verdict.OK, text);
    }

    static Finding warning(String what, String text) {
        return new Finding(what, Verdict.WARNING, text);
    }

    static Finding failed(String what, String text) {
        return new Finding(what, Verdict.FAILED, text);
    }
}

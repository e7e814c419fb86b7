package org.incomingmail.engine.delivery;

/** A failure in a few words on one line, for the journal and the log. */
final class InShort {
    private static final int LIMIT = 200;

    private InShort() {}

    static String of(Throwable failed) {
        String message = failed.getMessage();
        String text = failed.getClass().getSimpleName() + (message == null ? "" : ": " + message);
        String line = text.replaceAll("\\p{Cntrl}+", " ");
        return line.length() <= LIMIT ? line : line.substring(0, LIMIT) + "...";
    }
}

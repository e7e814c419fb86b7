package org.incomingmail.engine.connection.wire;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * What was said, for people to read: our commands with secrets masked, the server's lines without bodies. Bounded: the
 * beginning is kept, and the latest of the rest.
 */
public final class Transcript {
    private static final int HALF = 32 * 1024;
    private static final int LINE = 500;

    private final List<String> beginning = new ArrayList<>();
    private final Deque<String> latest = new ArrayDeque<>();
    private final Redaction redaction;
    private int beginningSize;
    private int latestSize;
    private boolean gap;

    public Transcript(Redaction redaction) {
        this.redaction = redaction;
    }

    /** A command of ours; the caller has put *** where a secret is. */
    public void client(String command) {
        add("C: " + redaction.apply(command, LINE));
    }

    public void server(String line) {
        add("S: " + redaction.apply(line, LINE));
    }

    /** Something that happened beside the conversation. */
    public void note(String what) {
        add("-- " + redaction.apply(what, LINE));
    }

    public String text() {
        return String.join("\n", beginning)
                + (gap ? "\n..." : "")
                + (latest.isEmpty() ? "" : "\n" + String.join("\n", latest));
    }

    private void add(String line) {
        if (latest.isEmpty() && beginningSize + line.length() < HALF) {
            beginning.add(line);
            beginningSize += line.length() + 1;
            return;
        }
        latest.addLast(line);
        latestSize += line.length() + 1;
        while (latestSize > HALF) {
            latestSize -= latest.removeFirst().length() + 1;
            gap = true;
        }
    }
}

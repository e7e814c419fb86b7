package org.incomingmail.acceptance.kill;

import java.util.List;

/** What a node tells the run that started it, one thing a line. */
enum Said {
    /** At the start: a mail whose outcome is committed, by its subject. */
    COMMITTED,
    /** All that are committed were told. */
    STARTED,
    /** The step at which it ends. */
    DIED,
    /** At the end: kind and title of content. */
    CONTENT,
    /** At the end: digest and name of an attachment. */
    FILE,
    /** At the end: state and subject of a message in the journal. */
    JOURNAL,
    /** Everything was fetched. */
    DONE;

    void say(String text) {
        System.out.println(name() + " " + text);
        System.out.flush();
    }

    /** What was said of this in the lines. */
    List<String> in(List<String> lines) {
        String start = name() + " ";
        return lines.stream()
                .filter(line -> line.startsWith(start))
                .map(line -> line.substring(start.length()))
                .toList();
    }
}

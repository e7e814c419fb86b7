package org.incomingmail.engine.reply;

/** "Fwd: Plan": the message below is what its sender wants to be seen. A reply to such a one begins otherwise. */
final class ForwardSubject {
    private static final int LONGEST_PREFIX = 20;

    private ForwardSubject() {}

    static boolean in(String subject) {
        String folded = Folded.of(subject.substring(0, Math.min(subject.length(), 2 * LONGEST_PREFIX)));
        int colon = folded.indexOf(':');
        return colon > 0
                && colon <= LONGEST_PREFIX
                && Words.ALL
                        .forwardPrefixes()
                        .contains(folded.substring(0, colon).strip());
    }
}

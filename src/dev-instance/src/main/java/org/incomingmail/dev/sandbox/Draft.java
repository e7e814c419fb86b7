package org.incomingmail.dev.sandbox;

import java.util.List;

/**
 * A mail to send, as the form has it.
 *
 * @param html whether the body is HTML
 * @param inReplyTo Message-ID answered, or empty
 * @param references the thread's Message-IDs, or empty
 */
record Draft(
        String from,
        String to,
        String subject,
        String body,
        boolean html,
        String inReplyTo,
        String references,
        List<Attachment> attachments) {

    static Draft empty(String from, String to) {
        return new Draft(from, to, "", "", false, "", "", List.of());
    }

    /** A file to attach. */
    record Attachment(String name, String contentType, byte[] content) {}
}

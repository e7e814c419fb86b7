package org.incomingmail.engine.message;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A message as it was understood. Reading never fails on bad mail: what could not be understood is in the notes.
 *
 * @param from mailboxes of all From fields; one in sound mail
 * @param recipients where it was sent and delivered to: To, Delivered-To, X-Delivered-To, Envelope-To, X-Envelope-To,
 *     Received (for), X-Original-To, X-Gm-Original-To, X-Forwarded-To, Resent-To, Resent-Cc, Cc, Bcc
 * @param subject decoded, empty when there is none
 * @param messageId with angle brackets
 * @param inReplyTo message ids with angle brackets
 * @param references message ids with angle brackets, oldest first
 * @param text plain text, format=flowed joined to whole paragraphs, lines end with \n
 * @param html as sent, decoded; not sanitised
 * @param mediaTypes of all parts in order, the message's own first, with the report-type of multipart/report
 */
public record IncomingMessage(
        Headers headers,
        List<MailAddress> from,
        List<MailAddress> recipients,
        String subject,
        Optional<Instant> date,
        Optional<String> messageId,
        List<String> inReplyTo,
        List<String> references,
        Optional<String> text,
        Optional<String> html,
        List<IncomingAttachment> attachments,
        List<String> mediaTypes,
        List<Note> notes) {

    /** The same message with other files. */
    public IncomingMessage withAttachments(List<IncomingAttachment> kept) {
        return new IncomingMessage(
                headers,
                from,
                recipients,
                subject,
                date,
                messageId,
                inReplyTo,
                references,
                text,
                html,
                List.copyOf(kept),
                mediaTypes,
                notes);
    }
}

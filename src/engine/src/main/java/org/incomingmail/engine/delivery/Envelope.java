package org.incomingmail.engine.delivery;

import org.jspecify.annotations.Nullable;

/**
 * What the journal shows of a message.
 *
 * @param recipient the address of ours it was sent to
 */
public record Envelope(
        @Nullable String sender, @Nullable String recipient, @Nullable String subject, @Nullable String messageId) {

    /** Of a message that was not read. */
    public static final Envelope UNREAD = new Envelope(null, null, null, null);
}

package org.incomingmail.engine.screening;

import java.util.Optional;

/**
 * What a report says about a mail of ours (RFC 3464, RFC 3798, RFC 5965).
 *
 * @param recipient whom it was about; empty when the report does not say
 * @param status enhanced status code such as 5.1.1, or the kind of a complaint
 * @param diagnostic words of the system that refused it
 * @param messageId Message-ID of the mail it is about
 */
public record DeliveryReport(
        Kind kind, String recipient, String status, String diagnostic, Optional<String> messageId) {

    /** What happened to the mail. */
    public enum Kind {
        FAILED,
        DELAYED,
        DELIVERED,
        READ_RECEIPT,
        COMPLAINT
    }
}

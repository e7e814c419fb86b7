package org.incomingmail.dev.sandbox;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** A mail's header fields, decoded for people; broken ones are shown as they are. */
final class MailHeaders {
    private final MimeMessage message;

    MailHeaders(MimeMessage message) {
        this.message = message;
    }

    /** The first field of this name, unfolded and decoded; empty if there is none. */
    String first(String name) {
        return decode(raw(name));
    }

    /** The first field of this name, unfolded only. */
    String raw(String name) {
        try {
            String[] values = message.getHeader(name);
            return values == null || values.length == 0 ? "" : MimeUtility.unfold(values[0]);
        } catch (MessagingException e) {
            return "";
        }
    }

    /** All fields in their order. */
    List<Map<String, Object>> all() {
        try {
            return Collections.list(message.getAllHeaders()).stream()
                    .map(header -> Map.<String, Object>of(
                            "name", header.getName(), "value", decode(MimeUtility.unfold(header.getValue()))))
                    .toList();
        } catch (MessagingException e) {
            return List.of();
        }
    }

    private static String decode(String value) {
        try {
            return MimeUtility.decodeText(value);
        } catch (UnsupportedEncodingException e) {
            return value;
        }
    }
}

package org.incomingmail.engine.message;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who sent a message, to whom and when, out of its headers. */
record Envelope(List<MailAddress> from, List<MailAddress> recipients, Optional<Instant> date) {
    /** Where the address we were reached by may stand, most telling first. */
    private static final List<String> RECIPIENT_HEADERS = List.of(
            "To",
            "Delivered-To",
            "X-Delivered-To",
            "Envelope-To",
            "X-Envelope-To",
            "Received",
            "X-Original-To",
            "X-Gm-Original-To",
            "X-Forwarded-To",
            "Resent-To",
            "Resent-Cc",
            "Cc",
            "Bcc");

    private static final Pattern RECEIVED_FOR = Pattern.compile("\\bfor\\s+<?([^\\s<>;]+@[^\\s<>;]+)>?");

    static Envelope of(Headers headers) {
        Map<String, MailAddress> from = new LinkedHashMap<>();
        headers.all("From").forEach(value -> Addresses.parse(value).forEach(address -> put(from, address)));
        return new Envelope(List.copyOf(from.values()), recipients(headers), date(headers));
    }

    /** Each address once. */
    private static void put(Map<String, MailAddress> found, MailAddress address) {
        found.putIfAbsent(address.address().toLowerCase(Locale.ROOT), address);
    }

    private static List<MailAddress> recipients(Headers headers) {
        Map<String, MailAddress> found = new LinkedHashMap<>();
        for (String name : RECIPIENT_HEADERS) {
            for (String value : headers.all(name)) {
                for (MailAddress address : name.equals("Received") ? receivedFor(value) : Addresses.parse(value)) {
                    put(found, address);
                }
            }
        }
        return List.copyOf(found.values());
    }

    private static List<MailAddress> receivedFor(String value) {
        Matcher matcher = RECEIVED_FOR.matcher(value);
        return value.contains("for") && value.indexOf('@') >= 0 && matcher.find()
                ? List.of(new MailAddress("", matcher.group(1)))
                : List.of();
    }

    private static Optional<Instant> date(Headers headers) {
        Optional<Instant> sent = headers.raw("Date").flatMap(MailDate::parse);
        if (sent.isPresent()) {
            return sent;
        }
        return headers.raw("Received").flatMap(line -> MailDate.parse(line.substring(line.lastIndexOf(';') + 1)));
    }
}

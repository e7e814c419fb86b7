package org.incomingmail.engine.screening;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.incomingmail.engine.message.IncomingAttachment;
import org.incomingmail.engine.message.IncomingMessage;

/** Reads delivery reports, read receipts and complaints. */
public final class DeliveryReports {
    private static final int MOST_BYTES = 64 * 1024;
    private static final Pattern FIELD = Pattern.compile("(?m)^([A-Za-z][A-Za-z0-9-]{0,60}):[ \\t]*(.{0,2000})$");
    private static final Pattern MESSAGE_ID = Pattern.compile("<[^<>\\s]{1,900}>");

    private DeliveryReports() {}

    /** Empty when the message has no machine-readable report. */
    public static Optional<DeliveryReport> of(IncomingMessage message) throws IOException {
        Map<String, String> report = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        String type = "";
        Optional<String> about = Optional.empty();
        for (IncomingAttachment part : message.attachments()) {
            String name = part.mediaType().replace("/global-", "/");
            switch (name) {
                case "message/delivery-status", "message/disposition-notification", "message/feedback-report" -> {
                    type = name;
                    fields(text(part)).forEach(report::putIfAbsent);
                }
                // headers or all of the mail that the report is about; its first Message-ID is its own
                case "text/rfc822-headers", "message/rfc822", "message/headers" ->
                    about = about.or(() -> messageId(part));
                default -> {}
            }
        }
        if (type.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new DeliveryReport(
                kind(type, report),
                address(report),
                report.getOrDefault("Status", report.getOrDefault("Feedback-Type", ""))
                        .strip(),
                shortened(value(report.getOrDefault("Diagnostic-Code", ""))),
                about.or(() -> id(report.getOrDefault("Original-Message-ID", "")))));
    }

    private static DeliveryReport.Kind kind(String type, Map<String, String> report) {
        if (type.equals("message/disposition-notification")) {
            return DeliveryReport.Kind.READ_RECEIPT;
        }
        if (type.equals("message/feedback-report")) {
            return DeliveryReport.Kind.COMPLAINT;
        }
        return switch (report.getOrDefault("Action", "failed").strip().toLowerCase(Locale.ROOT)) {
            case "delayed" -> DeliveryReport.Kind.DELAYED;
            case "delivered", "relayed", "expanded" -> DeliveryReport.Kind.DELIVERED;
            default -> DeliveryReport.Kind.FAILED;
        };
    }

    private static String address(Map<String, String> report) {
        for (String field : List.of("Original-Recipient", "Final-Recipient", "Original-Rcpt-To", "Removal-Recipient")) {
            String value = report.get(field);
            if (value != null) {
                return shortened(value(value).replaceAll("[<>\\s]", ""));
            }
        }
        return "";
    }

    /** The value behind "rfc822;" and the like. */
    private static String value(String typed) {
        return typed.substring(typed.indexOf(';') + 1).strip();
    }

    private static Optional<String> messageId(IncomingAttachment part) {
        try {
            return id(fields(text(part)).getOrDefault("Message-ID", ""));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<String> id(String value) {
        Matcher matcher = MESSAGE_ID.matcher(value);
        return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
    }

    private static Map<String, String> fields(String text) {
        Map<String, String> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        Matcher matcher = FIELD.matcher(text);
        while (matcher.find()) {
            fields.putIfAbsent(matcher.group(1), matcher.group(2));
        }
        return fields;
    }

    private static String text(IncomingAttachment part) throws IOException {
        try (InputStream in = part.open()) {
            String text = new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
            return text.replace("\r\n", "\n").replaceAll("\n[ \\t]+", " ");
        }
    }

    private static String shortened(String text) {
        return text.length() > 200 ? text.substring(0, 200) : text;
    }
}

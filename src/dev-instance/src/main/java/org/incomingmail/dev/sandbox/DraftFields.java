package org.incomingmail.dev.sandbox;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.Part;
import org.incomingmail.dev.house.SubmittedForm;

/** Reads the send form and says what is wrong with it. */
final class DraftFields {
    private static final int LONGEST_LINE = 1000;
    private static final int LONGEST_BODY = 1_000_000;
    private static final int MOST_RECIPIENTS = 20;
    private static final int MOST_FILES = 10;
    private static final int LARGEST = 20 * 1024 * 1024;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private DraftFields() {}

    static Draft read(SubmittedForm form, HttpServletRequest request) throws IOException, ServletException {
        String from = form.text("from");
        addresses(form, "from", from, 1);
        String to = form.text("to");
        addresses(form, "to", to, MOST_RECIPIENTS);
        String body = form.secret("body");
        if (body.length() > LONGEST_BODY) {
            form.reject("body", "The text may have at most 1,000,000 characters.");
        }
        return new Draft(
                from,
                to,
                line(form, "subject"),
                body,
                form.text("format").equals("html"),
                line(form, "inReplyTo"),
                line(form, "references"),
                attachments(form, request));
    }

    /** A whole message: a file wins over pasted text. */
    static byte[] raw(SubmittedForm form, HttpServletRequest request) throws IOException, ServletException {
        Part file = request.getPart("rawFile");
        byte[] raw = file != null && file.getSize() > 0
                ? content(form, "raw", file)
                : form.secret("raw").getBytes(StandardCharsets.UTF_8);
        if (raw.length == 0) {
            form.reject("raw", "Choose a file or paste a message.");
        } else if (raw.length > LARGEST) {
            form.reject("raw", "The message may have at most 20 MB.");
        }
        return raw;
    }

    static void addresses(SubmittedForm form, String field, String text, int most) {
        if (text.isEmpty()) {
            form.reject(field, "Enter an e-mail address.");
            return;
        }
        try {
            InternetAddress[] addresses = InternetAddress.parse(text);
            for (InternetAddress address : addresses) {
                address.validate();
            }
            if (addresses.length == 0 || addresses.length > most) {
                form.reject(field, most == 1 ? "Enter one e-mail address." : "Enter 1 to 20 e-mail addresses.");
            } else if (CONTROL.matcher(text).find()) {
                form.reject(field, "Enter the addresses on one line.");
            }
        } catch (AddressException e) {
            form.reject(field, "This is not an e-mail address.");
        }
    }

    /** One line, so that nothing can smuggle in a header field. */
    private static String line(SubmittedForm form, String field) {
        String text = form.text(field);
        if (text.length() > LONGEST_LINE || CONTROL.matcher(text).find()) {
            form.reject(field, "Use at most 1,000 characters on one line.");
        }
        return text;
    }

    private static List<Draft.Attachment> attachments(SubmittedForm form, HttpServletRequest request)
            throws IOException, ServletException {
        List<Draft.Attachment> attachments = new ArrayList<>();
        long total = 0;
        for (Part part : request.getParts()) {
            if (part.getName().equals("attachments") && part.getSize() > 0) {
                total += part.getSize();
                if (attachments.size() == MOST_FILES || total > LARGEST) {
                    form.reject("attachments", "Attach at most 10 files of 20 MB in all.");
                    return List.of();
                }
                String name = part.getSubmittedFileName() == null ? "file" : part.getSubmittedFileName();
                String type = part.getContentType() == null ? "application/octet-stream" : part.getContentType();
                attachments.add(new Draft.Attachment(name, type, content(form, "attachments", part)));
            }
        }
        return attachments;
    }

    private static byte[] content(SubmittedForm form, String field, Part part) throws IOException {
        if (part.getSize() > LARGEST) {
            form.reject(field, "The file may have at most 20 MB.");
            return new byte[0];
        }
        try (var in = part.getInputStream()) {
            return in.readAllBytes();
        }
    }
}

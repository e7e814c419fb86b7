package org.incomingmail.dev.sandbox;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;

/**
 * What a mail says, as text only: nothing of it can run or load anything in the reader's browser.
 *
 * @param text the plain text, or the text of the HTML if there is no other
 * @param attachments names of what else is in it
 */
record MailText(String text, List<String> attachments) {
    private static final int LONGEST = 200_000;
    private static final int DEEPEST = 20;

    static MailText of(Part message) {
        List<String> plain = new ArrayList<>();
        List<String> html = new ArrayList<>();
        List<String> attachments = new ArrayList<>();
        try {
            collect(message, plain, html, attachments, 0);
        } catch (MessagingException | IOException e) {
            plain.add("This mail cannot be shown (" + e.getMessage() + "). Its raw text can be downloaded.");
        }
        String text = String.join("\n\n", plain.isEmpty() ? html : plain);
        return new MailText(text.length() > LONGEST ? text.substring(0, LONGEST) + "\n[...]" : text, attachments);
    }

    private static void collect(Part part, List<String> plain, List<String> html, List<String> attachments, int depth)
            throws MessagingException, IOException {
        String name = part.getFileName();
        if (name != null || Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
            attachments.add(name == null ? part.getContentType() : MimeUtility.decodeText(name));
        } else if (part.isMimeType("multipart/*") && depth < DEEPEST && part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                collect(parts.getBodyPart(i), plain, html, attachments, depth + 1);
            }
        } else if (part.isMimeType("text/html")) {
            html.add(Jsoup.parse(read(part)).wholeText().strip());
        } else if (part.isMimeType("text/*")) {
            plain.add(read(part));
        } else {
            attachments.add(part.getContentType());
        }
    }

    private static String read(Part part) throws MessagingException, IOException {
        try (var in = part.getInputStream()) {
            return new String(in.readNBytes(4 * LONGEST), charset(part));
        }
    }

    private static Charset charset(Part part) {
        try {
            String name = new ContentType(part.getContentType()).getParameter("charset");
            return Optional.ofNullable(name)
                    .map(MimeUtility::javaCharset)
                    .map(Charset::forName)
                    .orElse(StandardCharsets.UTF_8);
        } catch (MessagingException | IllegalArgumentException e) {
            return StandardCharsets.UTF_8;
        }
    }
}

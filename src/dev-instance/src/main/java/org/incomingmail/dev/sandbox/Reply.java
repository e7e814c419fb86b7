package org.incomingmail.dev.sandbox;

import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.stream.Collectors;

/** Prefills the answer to a mail, as mail programs do (RFC 5322 3.6.4). */
final class Reply {
    private Reply() {}

    static Draft to(MimeMessage message, Mailbox reader) {
        var headers = new MailHeaders(message);
        String replyTo = headers.first("Reply-To");
        String from = headers.first("From");
        String subject = headers.first("Subject");
        String id = headers.raw("Message-ID");
        String references = headers.raw("References");
        return new Draft(
                reader.address(),
                replyTo.isEmpty() ? from : replyTo,
                subject.regionMatches(true, 0, "Re:", 0, 3) ? subject : "Re: " + subject,
                "\n\n"
                        + quoted(
                                headers.first("Date"),
                                from,
                                MailText.of(message).text()),
                false,
                id,
                (references.isEmpty() ? headers.raw("In-Reply-To") : references)
                        .concat(" " + id)
                        .strip(),
                List.of());
    }

    private static String quoted(String date, String from, String text) {
        return "On " + date + ", " + from + " wrote:\n"
                + text.strip()
                        .lines()
                        .map(line -> line.startsWith(">") ? ">" + line : "> " + line)
                        .collect(Collectors.joining("\n"));
    }
}

package org.incomingmail.dev.sandbox;

import com.icegreen.greenmail.store.StoredMessage;
import jakarta.mail.Flags;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

/** Mail as templates take it. */
final class MailView {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

    private MailView() {}

    static Map<String, Object> summary(StoredMessage message) {
        var headers = new MailHeaders(message.getMimeMessage());
        return Map.of(
                "uid", Long.toString(message.getUid()),
                "from", headers.first("From"),
                "to", headers.first("To"),
                "subject", headers.first("Subject"),
                "received", TIME.format(message.getReceivedDate().toInstant()),
                "isSeen", message.isSet(Flags.Flag.SEEN));
    }

    static Map<String, Object> whole(StoredMessage message) {
        var headers = new MailHeaders(message.getMimeMessage());
        MailText text = MailText.of(message.getMimeMessage());
        return Map.of(
                "uid", Long.toString(message.getUid()),
                "subject", headers.first("Subject"),
                "headers", headers.all(),
                "text", text.text(),
                "attachments", text.attachments());
    }

    static List<Map<String, Object>> mailboxes(List<Mailbox> mailboxes, Mailbox chosen) {
        return mailboxes.stream()
                .map(each -> Map.<String, Object>of(
                        "address", each.address(), "isChosen", each.address().equals(chosen.address())))
                .toList();
    }

    static Map<String, Object> draft(Draft draft) {
        return Map.of(
                "from", draft.from(),
                "to", draft.to(),
                "subject", draft.subject(),
                "body", draft.body(),
                "html", draft.html(),
                "inReplyTo", draft.inReplyTo(),
                "references", draft.references());
    }
}

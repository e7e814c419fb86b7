package org.incomingmail.engine.explain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.incomingmail.engine.message.IncomingMessage;
import org.incomingmail.engine.message.MailAddress;
import org.jspecify.annotations.Nullable;

/** The message as it was read. */
final class MessageJson {
    private MessageJson() {}

    static Map<String, @Nullable Object> of(IncomingMessage message, String recipient) {
        return Json.object()
                .with("from", addresses(message.from()))
                .with("to", listed(message, "To"))
                .with("cc", listed(message, "Cc"))
                .with("recipient", recipient)
                .with("subject", message.subject())
                .with("date", message.date().map(Instant::toString))
                .with("messageId", message.messageId())
                .with("inReplyTo", message.inReplyTo())
                .with("references", message.references())
                .with("text", message.text())
                .with("html", message.html())
                .map();
    }

    private static List<Map<String, @Nullable Object>> listed(IncomingMessage message, String header) {
        return addresses(message.headers().all(header).stream()
                .flatMap(value -> MailAddress.list(value).stream())
                .toList());
    }

    private static List<Map<String, @Nullable Object>> addresses(List<MailAddress> addresses) {
        return addresses.stream()
                .map(address -> Json.object()
                        .with("name", address.name())
                        .with("address", address.address())
                        .map())
                .toList();
    }
}

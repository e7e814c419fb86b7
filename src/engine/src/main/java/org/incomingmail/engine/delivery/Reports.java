package org.incomingmail.engine.delivery;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.incomingmail.engine.message.IncomingMessage;
import org.incomingmail.engine.screening.DeliveryReport;
import org.incomingmail.engine.screening.DeliveryReports;
import org.incomingmail.engine.screening.Verdict.Rejected;
import org.incomingmail.engine.trust.NotificationIds;
import org.incomingmail.engine.wiki.Wiki;
import org.incomingmail.engine.wiki.WikiContent;

/** Delivery reports, shown with the notification of ours that they are about. */
final class Reports {
    private final Wiki wiki;
    private final NotificationIds ids;

    Reports(Wiki wiki, NotificationIds ids) {
        this.wiki = wiki;
        this.ids = ids;
    }

    Walk.Outcome outcome(IncomingMessage message, Rejected rejected) throws IOException {
        Optional<DeliveryReport> report = DeliveryReports.of(message);
        OptionalLong id =
                report.flatMap(DeliveryReport::messageId).map(ids::contentOf).orElseGet(OptionalLong::empty);
        if (id.isEmpty()) {
            return new Walk.Outcome.Rejected(rejected.code(), List.of(rejected.header()));
        }
        Optional<WikiContent> content = wiki.content(id.getAsLong());
        DeliveryReport about = report.get();
        return switch (about.kind()) {
            case FAILED, DELAYED ->
                new Walk.Outcome.Rejected(
                        WaitingCode.NOTIFICATION_UNDELIVERED,
                        List.of(about.recipient(), about.status(), about.diagnostic()),
                        content);
            case COMPLAINT ->
                new Walk.Outcome.Rejected(WaitingCode.NOTIFICATION_COMPLAINT, List.of(about.recipient()), content);
            case DELIVERED, READ_RECEIPT ->
                new Walk.Outcome.Rejected(rejected.code(), List.of(rejected.header()), content);
        };
    }
}

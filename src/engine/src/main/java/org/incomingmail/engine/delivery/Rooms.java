package org.incomingmail.engine.delivery;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.incomingmail.engine.message.IncomingMessage;
import org.incomingmail.engine.message.MessageReader;
import org.incomingmail.engine.publishing.Composition;
import org.incomingmail.engine.publishing.Publisher;
import org.incomingmail.engine.routing.Decision;
import org.incomingmail.engine.routing.Router;
import org.incomingmail.engine.screening.OwnAddresses;
import org.incomingmail.engine.screening.Screening;
import org.incomingmail.engine.screening.Verdict.Rejected;
import org.incomingmail.engine.server.MailServer;
import org.incomingmail.engine.wiki.Wiki;

/** Leads a message through the rooms: read, screen, route, publish. */
public final class Rooms implements Walk {
    private final MessageReader reader;
    private final Screening screening;
    private final Supplier<OwnAddresses> own;
    private final Router router;
    private final Publisher publisher;
    private final Wiki wiki;

    /** @param own asked for each message, since mail servers come and go */
    public Rooms(
            MessageReader reader,
            Screening screening,
            Supplier<OwnAddresses> own,
            Router router,
            Publisher publisher,
            Wiki wiki) {
        this.reader = reader;
        this.screening = screening;
        this.own = own;
        this.router = router;
        this.publisher = publisher;
        this.wiki = wiki;
    }

    @Override
    public Mail read(MailServer server, Path raw) throws IOException {
        return new Walking(server, reader.read(raw));
    }

    /** Screens, decides and composes; asks the wiki, writes nothing. */
    public Assessment assess(MailServer server, IncomingMessage message) {
        if (screening.screen(message, own.get()) instanceof Rejected rejected) {
            return Assessment.screenedOut(message, rejected);
        }
        Decision decision = router.decide(message, server);
        return Assessment.accepted(message, decision, composition(message, decision));
    }

    private Optional<Composition> composition(IncomingMessage message, Decision decision) {
        if (decision instanceof Decision.NewPage page) {
            return Optional.of(publisher.compose(message, page));
        }
        return decision instanceof Decision.Reply reply
                ? Optional.of(publisher.compose(message, reply))
                : Optional.empty();
    }

    private final class Walking implements Mail {
        private final MailServer server;
        private final IncomingMessage message;

        Walking(MailServer server, IncomingMessage message) {
            this.server = server;
            this.message = message;
        }

        @Override
        public Envelope envelope() {
            return new Envelope(
                    message.from().isEmpty() ? null : message.from().get(0).address(),
                    Recipient.of(message, server.toAddress()),
                    message.subject(),
                    message.messageId().orElse(null));
        }

        @Override
        public Outcome publish() throws IOException {
            Assessment assessment = assess(server, message);
            if (assessment.screening() instanceof Rejected rejected) {
                return new Outcome.Rejected(rejected.code(), List.of(rejected.header()));
            }
            Decision decision = assessment.decision().orElseThrow();
            if (decision instanceof Decision.Reject reject) {
                return new Outcome.Rejected(reject.code(), reject.arguments());
            }
            Writing writing = new Writing(wiki);
            Composition composition = assessment.composition().orElseThrow();
            return decision instanceof Decision.NewPage page
                    ? writing.page(page, composition)
                    : writing.reply((Decision.Reply) decision, composition);
        }

        @Override
        public void close() {
            // holds nothing open: attachments are decoded from the spooled file while they are stored
        }
    }
}

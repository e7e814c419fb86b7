package org.incomingmail.engine.delivery;

import java.io.IOException;
import java.nio.file.Path;
import org.incomingmail.engine.message.MessageReader;
import org.incomingmail.engine.server.MailServer;
import org.incomingmail.engine.trust.NotificationIds;
import org.incomingmail.engine.wiki.Wiki;

/** Leads a message through the rooms: read, assess, let through or not, publish. */
public final class Rooms implements Walk {
    private final MessageReader reader;
    final Assessor assessor;
    final Wiki wiki;
    final NotificationIds ids;
    final Rulebook book;

    public Rooms(MessageReader reader, Assessor assessor, Wiki wiki, NotificationIds ids, Rulebook book) {
        this.reader = reader;
        this.assessor = assessor;
        this.wiki = wiki;
        this.ids = ids;
        this.book = book;
    }

    @Override
    public Mail read(MailServer server, Path raw) throws IOException {
        return new Walking(this, server, reader.read(raw));
    }
}

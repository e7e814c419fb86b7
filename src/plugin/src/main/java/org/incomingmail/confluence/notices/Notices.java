package org.incomingmail.confluence.notices;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.inject.Inject;
import javax.inject.Named;
import org.incomingmail.confluence.storage.NoticeBook;
import org.incomingmail.engine.server.MailServer;
import org.incomingmail.engine.server.MailServerId;
import org.incomingmail.engine.server.MailServers;
import org.incomingmail.engine.server.ServerState;
import org.incomingmail.engine.server.ServerStates;

/**
 * Sends one mail when a mailbox stops and one when it works again, and warnings before a secret expires. What was sent is
 * noted before it is sent, so that two nodes never send the same; it is forgotten when it could not be sent.
 */
@Named
public class Notices {
    private static final String STOPPED = "stopped ";
    private static final String SECRET = "secret ";

    private final Troubles troubles;
    private final NoticeBook book;
    private final NoticeSender sender;
    private final MailServers servers;
    private final ServerStates states;
    private final Clock clock;

    @Inject
    public Notices(Troubles troubles, NoticeBook book, NoticeSender sender, MailServers servers, ServerStates states) {
        this(troubles, book, sender, servers, states, Clock.systemUTC());
    }

    Notices(
            Troubles troubles,
            NoticeBook book,
            NoticeSender sender,
            MailServers servers,
            ServerStates states,
            Clock clock) {
        this.troubles = troubles;
        this.book = book;
        this.sender = sender;
        this.servers = servers;
        this.states = states;
        this.clock = clock;
    }

    /** Looks at what is stored and sends what is due; gives the number of notices sent. */
    public int sendDue() {
        Instant now = clock.instant();
        int sent = 0;
        List<Trouble> found = troubles.at(now);
        Set<String> secrets = new HashSet<>();
        for (Trouble trouble : found) {
            if (trouble instanceof Trouble.Stopped stopped) {
                sent += once(STOPPED + stopped.server().id(), now, () -> sender.stopped(stopped));
            } else if (trouble instanceof Trouble.SecretExpires secret) {
                String about =
                        SECRET + secret.clientId() + " " + secret.expires().getEpochSecond() + " ";
                secrets.add(about);
                sent += once(about + secret.warning(), now, () -> sender.secretExpires(secret));
            }
        }
        for (String key : book.startingWith(SECRET)) {
            if (secrets.stream().noneMatch(key::startsWith)) {
                book.forget(key); // another secret, or one that nothing uses
            }
        }
        return sent + worksAgain();
    }

    private int worksAgain() {
        int sent = 0;
        for (String key : book.startingWith(STOPPED)) {
            MailServerId id = new MailServerId(Long.parseLong(key.substring(STOPPED.length())));
            Optional<MailServer> server = servers.find(id);
            Optional<ServerState> state = states.find(id);
            if (server.isEmpty()) {
                book.forget(key);
            } else if (state.filter(now -> now.status() == ServerState.Status.WORKING)
                    .isPresent()) {
                book.forget(key);
                sent += sender.worksAgain(server.get()) ? 1 : 0;
            }
        }
        return sent;
    }

    private int once(String key, Instant now, Sending sending) {
        if (!book.note(key, now)) {
            return 0;
        }
        if (sending.sent()) {
            return 1;
        }
        book.forget(key);
        return 0;
    }

    /** Sends. */
    private interface Sending {
        /** False when nobody got it. */
        boolean sent();
    }
}

package org.incomingmail.confluence.settings;

import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.inject.Inject;
import javax.inject.Named;
import org.incomingmail.engine.connection.AccessTokens;
import org.incomingmail.engine.connection.AngusMailboxes;
import org.incomingmail.engine.connection.CredentialSource;
import org.incomingmail.engine.connection.Credentials;
import org.incomingmail.engine.connection.TestReport;
import org.incomingmail.engine.connection.TokenCredentials;
import org.incomingmail.engine.delivery.Ledger;
import org.incomingmail.engine.mailbox.SeenMessages;
import org.incomingmail.engine.server.Authentication;
import org.incomingmail.engine.server.MailServer;
import org.incomingmail.engine.server.MailServerId;
import org.incomingmail.engine.server.OAuth2Clients;
import org.incomingmail.engine.server.Validated;

/** Tests connections, saved or not, a few at a time. */
@Named
public class ConnectionTests implements AutoCloseable {
    private static final int AT_ONCE = 4;

    private final AngusMailboxes mailboxes = new AngusMailboxes();
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final Map<String, AtomicBoolean> running = new ConcurrentHashMap<>();
    private final ServerSettings settings;
    private final Ledger ledger;
    private final CredentialSource tokens;

    @Inject
    public ConnectionTests(ServerSettings settings, Ledger ledger, AccessTokens tokens, OAuth2Clients clients) {
        this.settings = settings;
        this.ledger = ledger;
        this.tokens = new TokenCredentials(tokens, clients);
    }

    /**
     * Runs in this thread; bounded in time.
     *
     * @param run a name the caller chose, to cancel by
     * @return empty when too many tests are running
     */
    public Optional<TestReport> run(Validated.Valid draft, String run) {
        if (!places.tryAcquire()) {
            return Optional.empty();
        }
        AtomicBoolean cancelled = new AtomicBoolean();
        running.put(run, cancelled);
        try {
            return Optional.of(
                    mailboxes.test().run(draft.server(), credentials(draft), seen(draft.server()), cancelled::get));
        } finally {
            running.remove(run, cancelled);
            places.release();
        }
    }

    /** Stops a test soon; nothing happens when it is over. */
    public void cancel(String run) {
        Optional.ofNullable(running.get(run)).ifPresent(cancelled -> cancelled.set(true));
    }

    @Override
    public void close() {
        running.values().forEach(cancelled -> cancelled.set(true));
        mailboxes.close();
    }

    private CredentialSource credentials(Validated.Valid draft) {
        if (draft.server().authentication() instanceof Authentication.OAuth2) {
            return tokens;
        }
        Credentials password = new Credentials.Password(
                settings.password(draft).orElseThrow(() -> new IllegalStateException("Validated without a password")));
        return server -> password;
    }

    private SeenMessages seen(MailServer server) {
        return server.id().equals(MailServerId.UNSAVED)
                ? new Nothing()
                : ledger.seen(server.id(), InstantSource.system().instant());
    }

    /** What a mailbox has seen that was never read. */
    private static final class Nothing implements SeenMessages {
        @Override
        public long lowWater(String epoch) {
            return 0;
        }

        @Override
        public Set<String> notWanted(String epoch, Collection<String> uids) {
            return Set.of();
        }
    }
}

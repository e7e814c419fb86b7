package org.incomingmail.confluence.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.incomingmail.confluence.authorization.ClientFacts;
import org.incomingmail.confluence.settings.ServerFixture;
import org.incomingmail.confluence.storage.NoticeBook;
import org.incomingmail.engine.server.Authentication;
import org.incomingmail.engine.server.Authentication.Grant;
import org.incomingmail.engine.server.MailServer;
import org.incomingmail.engine.server.MailServerId;
import org.incomingmail.engine.server.MailServers;
import org.incomingmail.engine.server.ServerState;
import org.incomingmail.engine.server.ServerState.Status;
import org.incomingmail.engine.server.ServerStates;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What an administrator finds in the inbox. */
class NoticesTest {
    private static final Instant START = Instant.parse("2026-11-24T10:00:00Z");
    private final MailServer server =
            ServerFixture.server(1, new Authentication.OAuth2("google", "t1", Grant.AUTHORIZATION_CODE));
    private final MailServers servers = mock();
    private final Map<MailServerId, ServerState> states = new HashMap<>();
    private final TreeSet<String> noted = new TreeSet<>();
    private final List<String> inbox = new ArrayList<>();
    private Optional<Instant> secretExpires = Optional.empty();
    private boolean outgoingWorks = true;
    private Instant now = START;

    NoticesTest() {
        when(servers.all()).thenReturn(List.of(server));
        when(servers.find(server.id())).thenReturn(Optional.of(server));
    }

    @Test
    void oneMailWhenItStopsAndOneWhenItWorksAgain() {
        run(Status.WORKING, null);
        assertThat(inbox).isEmpty();
        run(Status.STOPPED, "IM-OAUTH-GRANT-INVALID");
        run(Status.STOPPED, "IM-OAUTH-GRANT-INVALID");
        assertThat(inbox).containsExactly("stopped Wiki mail 1, authorize");
        states.clear(); // an administrator has authorized, nothing was read yet
        run();
        assertThat(inbox).hasSize(1);
        run(Status.WORKING, null);
        run(Status.WORKING, null);
        assertThat(inbox).containsExactly("stopped Wiki mail 1, authorize", "works Wiki mail 1");
        run(Status.STOPPED, "IM-OAUTH-GRANT-INVALID");
        assertThat(inbox).hasSize(3);
    }

    @Test
    void whatMayPassByItselfIsNoNews() {
        run(Status.FAILING, "IM-OAUTH-PROVIDER-UNREACHABLE");
        assertThat(inbox).isEmpty();
    }

    @Test
    void aNoticeThatNobodyGotIsSentLater() {
        outgoingWorks = false;
        run(Status.STOPPED, "IM-AUTH-REFUSED");
        assertThat(inbox).isEmpty();
        outgoingWorks = true;
        run(Status.STOPPED, "IM-AUTH-REFUSED");
        assertThat(inbox).containsExactly("stopped Wiki mail 1, edit");
    }

    @Test
    void nothingIsSaidOfAServerThatIsGone() {
        run(Status.STOPPED, "IM-AUTH-REFUSED");
        when(servers.all()).thenReturn(List.of());
        when(servers.find(server.id())).thenReturn(Optional.empty());
        run();
        assertThat(inbox).hasSize(1);
        assertThat(noted).isEmpty();
    }

    @Test
    void warningsCome30And7And1DaysBeforeASecretExpiresAndWhenItHas() {
        secretExpires = Optional.of(START.plus(Duration.ofDays(40)));
        for (int hour = 0; hour < 42 * 24; hour++) {
            now = START.plus(Duration.ofHours(hour));
            run();
        }
        assertThat(inbox).containsExactly("secret 30", "secret 7", "secret 1", "secret 0");
    }

    @Test
    void anotherSecretStartsAnew() {
        secretExpires = Optional.of(START.plus(Duration.ofDays(3)));
        run();
        secretExpires = Optional.of(START.plus(Duration.ofDays(200)));
        run();
        assertThat(inbox).containsExactly("secret 3");
        assertThat(noted).isEmpty();
    }

    private void run(Status status, @Nullable String code) {
        states.put(server.id(), ServerFixture.state(status, code));
        run();
    }

    private void run() {
        ServerStates stored = mock();
        when(stored.find(server.id())).thenReturn(Optional.ofNullable(states.get(server.id())));
        ClientFacts facts = mock();
        when(facts.secretExpires("google")).thenReturn(secretExpires);
        Troubles troubles = new Troubles(servers, stored, List::of, facts);
        new Notices(troubles, new Book(), new Inbox(), servers, stored, Clock.fixed(now, ZoneOffset.UTC)).sendDue();
    }

    /** As the database does. */
    private final class Book implements NoticeBook {
        @Override
        public boolean note(String key, Instant at) {
            return noted.add(key);
        }

        @Override
        public void forget(String key) {
            noted.remove(key);
        }

        @Override
        public List<String> startingWith(String prefix) {
            return noted.stream().filter(key -> key.startsWith(prefix)).toList();
        }
    }

    private final class Inbox implements NoticeSender {
        private boolean got(String what) {
            return outgoingWorks && inbox.add(what);
        }

        @Override
        public boolean stopped(Trouble.Stopped stopped) {
            return got("stopped " + stopped.server().name() + ", " + (stopped.authorize() ? "authorize" : "edit"));
        }

        @Override
        public boolean worksAgain(MailServer working) {
            return got("works " + working.name());
        }

        @Override
        public boolean secretExpires(Trouble.SecretExpires secret) {
            return got("secret " + secret.daysLeft());
        }
    }
}

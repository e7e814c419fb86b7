package org.incomingmail.acceptance.kill;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.sal.api.ApplicationProperties;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.incomingmail.acceptance.storage.AppTables;
import org.incomingmail.confluence.storage.ActiveObjectsPolicies;
import org.incomingmail.confluence.storage.ActiveObjectsTraffic;
import org.incomingmail.confluence.storage.ActiveObjectsWaitingMails;
import org.incomingmail.confluence.storage.HomeFolder;
import org.incomingmail.confluence.storage.RawMailFiles;
import org.incomingmail.engine.delivery.Assessor;
import org.incomingmail.engine.delivery.Confirmations;
import org.incomingmail.engine.delivery.Letter;
import org.incomingmail.engine.delivery.Letters;
import org.incomingmail.engine.delivery.MessageStore;
import org.incomingmail.engine.delivery.Rooms;
import org.incomingmail.engine.delivery.Rulebook;
import org.incomingmail.engine.delivery.Traffic;
import org.incomingmail.engine.delivery.Transactions;
import org.incomingmail.engine.delivery.WaitingMails;
import org.incomingmail.engine.delivery.Walk;
import org.incomingmail.engine.message.MessageReader;
import org.incomingmail.engine.policy.Policies;
import org.incomingmail.engine.policy.Policy;
import org.incomingmail.engine.policy.Rates;
import org.incomingmail.engine.publishing.Publisher;
import org.incomingmail.engine.publishing.Wording;
import org.incomingmail.engine.routing.Router;
import org.incomingmail.engine.screening.OwnAddresses;
import org.incomingmail.engine.screening.Screening;
import org.incomingmail.engine.server.MailServerId;
import org.incomingmail.engine.trust.NotificationIds;
import org.incomingmail.engine.trust.ReplyAddresses;
import org.incomingmail.engine.wiki.Wiki;

/** The engine's rooms over the app's tables, with steps around the wiki and all that is written. */
final class NodeRooms {
    private NodeRooms() {}

    static Walk walk(
            FaultPoints points, MailServerId server, TableWiki tableWiki, AppTables tables, Transactions transactions) {
        InstantSource clock = Clock.systemUTC()::instant;
        ActiveObjects ao = tables.activeObjects();
        Wiki wiki = points.around(Wiki.class, tableWiki);
        Policies policies = new ActiveObjectsPolicies(ao);
        unlimited(policies, server);
        WaitingMails waiting = points.around(WaitingMails.class, new ActiveObjectsWaitingMails(ao));
        Traffic traffic = points.around(Traffic.class, new ActiveObjectsTraffic(ao));
        Letters letters = new NoLetters();
        ReplyAddresses addresses = Post.addresses();
        NotificationIds ids = new NotificationIds(Post.KEYS);
        Rulebook book = new Rulebook(
                policies,
                traffic,
                waiting,
                new Confirmations(waiting, letters, transactions, new SecureRandom(), clock),
                letters,
                Duration.ofDays(3),
                clock);
        Assessor assessor = new Assessor(
                new Screening("killed", message -> message.recipients().stream()
                        .anyMatch(
                                recipient -> addresses.read(recipient.address()).isPresent())),
                () -> OwnAddresses.of(List.of(Post.MAILBOX)),
                new Router(wiki, addresses, ids, clock, ZoneOffset.UTC),
                new Publisher(Wording.english()),
                policies,
                addresses,
                Locale.ENGLISH);
        return new Rooms(new MessageReader(), assessor, wiki, ids, book);
    }

    /** All replies are to one page, and the long run sends more in an hour than pages take by themselves. */
    private static void unlimited(Policies policies, MailServerId server) {
        Policy policy = policies.of(server);
        Rates unlimited = new Rates(0, 0, 0);
        if (!policy.rates().equals(unlimited)) {
            policies.put(
                    server,
                    new Policy(
                            policy.trust(),
                            policy.lists(),
                            unlimited,
                            policy.answers(),
                            policy.attachments(),
                            policy.rules()));
        }
    }

    static MessageStore store(Path home) {
        ApplicationProperties properties = (ApplicationProperties) Proxy.newProxyInstance(
                NodeRooms.class.getClassLoader(),
                new Class<?>[] {ApplicationProperties.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getHomeDirectory" -> home.toFile();
                    case "getSharedHomeDirectory" -> Optional.of(home);
                    default -> throw new UnsupportedOperationException(method.getName());
                });
        return new RawMailFiles(new HomeFolder(properties));
    }

    private static final class NoLetters implements Letters {
        @Override
        public boolean send(Letter letter) {
            return true;
        }

        @Override
        public boolean mayGo(String address, Letter.Kind kind, int most, Instant now) {
            return false;
        }
    }
}

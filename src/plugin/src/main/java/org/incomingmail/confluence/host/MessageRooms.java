package org.incomingmail.confluence.host;

import com.atlassian.confluence.languages.LocaleManager;
import com.atlassian.mail.server.MailServerManager;
import com.atlassian.mail.server.SMTPMailServer;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.inject.Inject;
import javax.inject.Named;
import org.incomingmail.engine.delivery.Assessor;
import org.incomingmail.engine.delivery.Confirmations;
import org.incomingmail.engine.delivery.Letters;
import org.incomingmail.engine.delivery.Rooms;
import org.incomingmail.engine.delivery.Rulebook;
import org.incomingmail.engine.delivery.Traffic;
import org.incomingmail.engine.delivery.Transactions;
import org.incomingmail.engine.delivery.WaitingMails;
import org.incomingmail.engine.delivery.Walk;
import org.incomingmail.engine.message.MessageReader;
import org.incomingmail.engine.policy.Policies;
import org.incomingmail.engine.publishing.Publisher;
import org.incomingmail.engine.publishing.Wording;
import org.incomingmail.engine.routing.Router;
import org.incomingmail.engine.screening.OwnAddresses;
import org.incomingmail.engine.screening.Screening;
import org.incomingmail.engine.server.MailServer;
import org.incomingmail.engine.server.MailServers;
import org.incomingmail.engine.trust.ReplyAddresses;
import org.incomingmail.engine.wiki.Wiki;

/** The engine's rooms, furnished with this wiki, its keys and its language. */
@Named
public class MessageRooms implements Walk {
    private static final Duration CONFIRMATION = Duration.ofDays(3);

    private final Wiki wiki;
    private final MailServers servers;
    private final MailServerManager outgoing;
    private final Signing signing;
    private final LocaleManager locales;
    private final Policies policies;
    private final Rulebook book;

    @Inject
    public MessageRooms(
            Wiki wiki,
            MailServers servers,
            MailServerManager outgoing,
            Signing signing,
            LocaleManager locales,
            Policies policies,
            Traffic traffic,
            WaitingMails waiting,
            Letters letters,
            Transactions transactions) {
        this.wiki = wiki;
        this.servers = servers;
        this.outgoing = outgoing;
        this.signing = signing;
        this.locales = locales;
        this.policies = policies;
        InstantSource clock = Clock.systemUTC()::instant;
        Confirmations confirmations = new Confirmations(waiting, letters, transactions, new SecureRandom(), clock);
        this.book = new Rulebook(policies, traffic, waiting, confirmations, letters, CONFIRMATION, clock);
    }

    Confirmations confirmations() {
        return book.confirmations();
    }

    @Override
    public Mail read(MailServer server, Path raw) throws IOException {
        return new Rooms(new MessageReader(), assessor(), wiki, signing.notificationIds(), book).read(server, raw);
    }

    /** What judges messages without writing anything. */
    public Assessor assessor() {
        ReplyAddresses addresses = signing.replyAddresses();
        Screening screening = new Screening(signing.instance(), message -> message.recipients().stream()
                .anyMatch(recipient -> addresses.read(recipient.address()).isPresent()));
        Router router = new Router(
                wiki, addresses, signing.notificationIds(), Clock.systemUTC()::instant, ZoneId.systemDefault());
        return new Assessor(
                screening,
                this::ownAddresses,
                router,
                publisher(),
                policies,
                addresses,
                locales.getSiteDefaultLocale());
    }

    /** What writes messages as content, in the wiki's language. */
    public Publisher publisher() {
        return new Publisher(wording());
    }

    public ReplyAddresses replyAddresses() {
        return signing.replyAddresses();
    }

    private OwnAddresses ownAddresses() {
        List<String> own = new ArrayList<>(
                servers.all().stream().map(MailServer::toAddress).toList());
        SMTPMailServer sender = outgoing.getDefaultSMTPMailServer();
        if (sender != null && !sender.getDefaultFrom().isBlank()) {
            own.add(sender.getDefaultFrom());
        }
        return OwnAddresses.of(own);
    }

    private Wording wording() {
        boolean japanese = locales.getSiteDefaultLocale().getLanguage().equals(Locale.JAPANESE.getLanguage());
        return japanese ? new Wording("省略された内容を表示", "このメールは暗号化されているため、ここでは読めません。届いたままの形で添付しました。") : Wording.english();
    }
}

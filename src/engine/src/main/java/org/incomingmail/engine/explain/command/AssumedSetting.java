package org.incomingmail.engine.explain.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.incomingmail.engine.delivery.Assessor;
import org.incomingmail.engine.explain.Explainer;
import org.incomingmail.engine.message.IncomingMessage;
import org.incomingmail.engine.message.MailAddress;
import org.incomingmail.engine.message.MessageReader;
import org.incomingmail.engine.publishing.Publisher;
import org.incomingmail.engine.publishing.Wording;
import org.incomingmail.engine.routing.Router;
import org.incomingmail.engine.screening.OwnAddresses;
import org.incomingmail.engine.screening.Screening;
import org.incomingmail.engine.server.AfterProcessing;
import org.incomingmail.engine.server.Authentication;
import org.incomingmail.engine.server.Endpoint;
import org.incomingmail.engine.server.MailServer;
import org.incomingmail.engine.server.MailServerId;
import org.incomingmail.engine.server.Protocol;
import org.incomingmail.engine.server.Publishing;
import org.incomingmail.engine.server.Reading;
import org.incomingmail.engine.server.StartTls;
import org.incomingmail.engine.trust.NotificationIds;
import org.incomingmail.engine.trust.ReplyAddresses;
import org.incomingmail.engine.trust.SigningKey;

/** The rooms of production around a wiki that is only assumed. Time is the message's own, so that nothing depends on today. */
public final class AssumedSetting implements Explainer.Setting {
    private static final String INSTANCE = "explain";
    private static final Duration VALIDITY = Duration.ofDays(365);

    private final Options options;
    private final List<SigningKey> keys;
    private final MessageReader reader;
    private final Publisher publisher;

    AssumedSetting(Options options, MessageReader reader, Publisher publisher) throws IOException {
        this.options = options;
        this.keys = List.of(key(options.signingKey()));
        this.reader = reader;
        this.publisher = publisher;
    }

    /** Of the command line without options. */
    public static AssumedSetting standard() throws IOException {
        return new AssumedSetting(Arguments.none(), new MessageReader(), new Publisher(Wording.english()));
    }

    /** Without the wiki's key no reply address is valid. */
    private static SigningKey key(Optional<Path> file) throws IOException {
        if (file.isEmpty()) {
            return new SigningKey(new byte[32]);
        }
        byte[] raw = Files.readAllBytes(file.get());
        try {
            return new SigningKey(Base64.getMimeDecoder().decode(new String(raw, StandardCharsets.US_ASCII).strip()));
        } catch (IllegalArgumentException notBase64) {
            return new SigningKey(raw);
        }
    }

    @Override
    public MailServer server(IncomingMessage message) {
        return new MailServer(
                MailServerId.UNSAVED,
                "explain",
                toAddress(message),
                new Endpoint(Protocol.IMAPS, "localhost", 993, StartTls.NEVER, null, Duration.ZERO, Duration.ZERO),
                new Authentication.Basic(),
                "explain",
                true,
                new Reading("INBOX", AfterProcessing.LEAVE, null, Duration.ofMinutes(1), null),
                new Publishing(options.space(), null, false));
    }

    @Override
    public Assessor assessor(IncomingMessage message) {
        ReplyAddresses addresses = replyAddresses(message);
        Screening screening = new Screening(INSTANCE, screened -> screened.recipients().stream()
                .anyMatch(recipient -> addresses.read(recipient.address()).isPresent()));
        AssumedWiki wiki = new AssumedWiki(options);
        Router router = new Router(wiki, addresses, new NotificationIds(keys), clock(message), ZoneOffset.UTC);
        return new Assessor(screening, this::own, router, publisher, new StandardPolicies(), addresses, Locale.ENGLISH);
    }

    @Override
    public ReplyAddresses replyAddresses(IncomingMessage message) {
        return new ReplyAddresses(keys, VALIDITY, clock(message));
    }

    private OwnAddresses own() {
        List<String> own = new ArrayList<>(options.own());
        options.to().ifPresent(own::add);
        return OwnAddresses.of(own);
    }

    private InstantSource clock(IncomingMessage message) {
        Instant moment = options.now().or(message::date).orElse(Instant.EPOCH);
        return InstantSource.fixed(moment);
    }

    /** The mailbox that was named, else the message's first recipient without its plus tag. */
    private String toAddress(IncomingMessage message) {
        return options.to()
                .or(() -> message.recipients().stream()
                        .findFirst()
                        .map(MailAddress::address)
                        .map(AssumedSetting::untagged))
                .orElse("wiki@example.invalid");
    }

    private static String untagged(String address) {
        int at = address.lastIndexOf('@');
        int plus = address.indexOf('+');
        return plus > 0 && plus < at ? address.substring(0, plus) + address.substring(at) : address;
    }
}

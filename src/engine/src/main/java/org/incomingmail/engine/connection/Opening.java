package org.incomingmail.engine.connection;

import java.io.IOException;
import java.net.InetAddress;
import java.security.cert.CertificateException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.incomingmail.engine.connection.wire.Patience;
import org.incomingmail.engine.connection.wire.Redaction;
import org.incomingmail.engine.connection.wire.Resolver;
import org.incomingmail.engine.connection.wire.Tls;
import org.incomingmail.engine.connection.wire.TlsDetails;
import org.incomingmail.engine.connection.wire.Transcript;
import org.incomingmail.engine.connection.wire.Wire;
import org.incomingmail.engine.mailbox.imap.ImapConnection;
import org.incomingmail.engine.mailbox.imap.ImapLogin;
import org.incomingmail.engine.mailbox.imap.ImapMailbox;
import org.incomingmail.engine.mailbox.pop3.Pop3Connection;
import org.incomingmail.engine.mailbox.pop3.Pop3Login;
import org.incomingmail.engine.mailbox.pop3.Pop3Mailbox;
import org.incomingmail.engine.server.Authentication;
import org.incomingmail.engine.server.Endpoint;
import org.incomingmail.engine.server.MailServer;
import org.incomingmail.engine.server.StartTls;
import org.jspecify.annotations.Nullable;

/** The way from settings to an opened mailbox, stage by stage; fetching and testing walk the same one. */
final class Opening {
    private final MailServer server;
    private final Endpoint endpoint;
    private final CredentialSource source;
    private final Patience patience;
    private final Transcript transcript;
    private final Progress progress;
    private final Redaction redaction;
    private final Diagnosis diagnosis;
    private final Wire.Connector connector;
    private Stage stage = Stage.INPUT;

    @Nullable
    private Tls tls;

    @Nullable
    private Credentials credentials;

    Opening(
            MailServer server,
            CredentialSource source,
            Patience patience,
            Transcript transcript,
            Redaction redaction,
            Progress progress,
            Wire.Connector connector) {
        this.connector = connector;
        this.server = server;
        this.endpoint = server.endpoint();
        this.source = source;
        this.patience = patience;
        this.transcript = transcript;
        this.redaction = redaction;
        this.progress = progress;
        diagnosis = new Diagnosis(server, redaction);
    }

    Visit open(Resolver resolver) throws ConnectionFailedException {
        Wire wire = null;
        Visit opened = null;
        try {
            Tls trust = input();
            tls = trust;
            enter(Stage.DNS);
            List<InetAddress> addresses =
                    resolver.resolve(endpoint.hostname(), patience.atMost(endpoint.connectTimeout()));
            found(
                    "addresses",
                    addresses.stream().map(InetAddress::getHostAddress).collect(Collectors.joining(", ")));
            enter(Stage.TCP);
            wire = connector.connect(endpoint, addresses, patience, transcript);
            if (endpoint.protocol().secure()) {
                enter(Stage.TLS);
                show(wire.secure(trust));
            }
            opened = endpoint.protocol().imap() ? imap(wire, trust) : pop3(wire, trust);
            return opened;
        } catch (IOException failed) {
            if (stage == Stage.TLS && tls != null) {
                show(tls.details(null));
            }
            throw diagnosis.failed(stage, failed);
        } finally {
            if (wire != null && opened == null) {
                wire.close();
            }
        }
    }

    Diagnosis diagnosis() {
        return diagnosis;
    }

    Stage stage() {
        return stage;
    }

    /** The token that was used, if it came to that. */
    Optional<Credentials.BearerToken> token() {
        return credentials instanceof Credentials.BearerToken token ? Optional.of(token) : Optional.empty();
    }

    void enter(Stage next) {
        stage = next;
        progress.enter(next);
    }

    private Tls input() throws IOException, ConnectionFailedException {
        enter(Stage.INPUT);
        if (endpoint.hostname().isBlank() || endpoint.port() < 1 || endpoint.port() > 65_535) {
            throw new UnmetException(ConnectionCode.INPUT_HOSTNAME, "");
        }
        boolean byToken = server.authentication() instanceof Authentication.OAuth2;
        if (server.username().isBlank() || (!byToken && obtained().value().isEmpty())) {
            throw new UnmetException(ConnectionCode.INPUT_CREDENTIALS, "");
        }
        try {
            return Tls.trusting(endpoint.caCertificates());
        } catch (CertificateException unreadable) {
            throw new UnmetException(ConnectionCode.INPUT_CA_UNREADABLE, String.valueOf(unreadable.getMessage()));
        }
    }

    private Credentials obtained() throws ConnectionFailedException {
        Credentials given = source.credentials(server);
        credentials = given;
        if (given instanceof Credentials.BearerToken) {
            diagnosis.byToken();
        }
        hide(given);
        return given;
    }

    private void hide(Credentials given) {
        String user = server.username();
        String secret = given.value();
        List<String> responses = given instanceof Credentials.BearerToken
                ? List.of(
                        Sasl.xoauth2(user, secret),
                        Sasl.oauthBearer(user, endpoint.hostname(), endpoint.port(), secret))
                : List.of(Sasl.plain(user, secret));
        redaction.hide(secret, responses);
    }

    /** What we log in with: a token is asked for only when the conversation has come so far. */
    private Credentials proof() throws ConnectionFailedException {
        if (credentials == null) {
            enter(Stage.TOKEN);
            if (obtained() instanceof Credentials.BearerToken token) {
                show(token);
            }
        }
        return Objects.requireNonNull(credentials);
    }

    private void show(Credentials.BearerToken token) {
        found("client", token.client().name());
        found("account", token.token().account());
        found(
                "scopes",
                token.token().scopes().isEmpty()
                        ? null
                        : String.join(" ", token.token().scopes()));
        List<String> lacking = Refused.lacking(server, token);
        found("lacking", lacking.isEmpty() ? null : String.join(" ", lacking));
        found("expires", token.token().expires());
    }

    private Visit imap(Wire wire, Tls trust) throws IOException, ConnectionFailedException {
        enter(Stage.GREETING);
        ImapConnection imap = new ImapConnection(wire);
        found("greeting", imap.greeting());
        enter(Stage.CAPABILITIES);
        Collection<String> offered = imap.askCapabilities();
        found("capabilities", String.join(" ", offered));
        if (wantsStartTls(imap.can("STARTTLS"))) {
            enter(Stage.TLS);
            show(imap.startTls(trust));
            enter(Stage.CAPABILITIES);
            found("capabilities", String.join(" ", imap.askCapabilities()));
        }
        Credentials proof = proof();
        enter(Stage.AUTHENTICATION);
        found("mechanism", ImapLogin.login(imap, server.username(), proof));
        imap.askCapabilities();
        enter(Stage.MAILBOX);
        return ImapMailbox.open(imap, server.reading(), diagnosis);
    }

    private Visit pop3(Wire wire, Tls trust) throws IOException, ConnectionFailedException {
        enter(Stage.GREETING);
        Pop3Connection pop3 = new Pop3Connection(wire);
        found("greeting", pop3.greeting());
        enter(Stage.CAPABILITIES);
        found("capabilities", String.join(", ", pop3.askCapabilities()));
        if (wantsStartTls(pop3.can("STLS"))) {
            enter(Stage.TLS);
            show(pop3.startTls(trust));
            enter(Stage.CAPABILITIES);
            found("capabilities", String.join(", ", pop3.askCapabilities()));
        }
        Credentials proof = proof();
        enter(Stage.AUTHENTICATION);
        found("mechanism", Pop3Login.login(pop3, server.username(), proof));
        enter(Stage.MAILBOX);
        return Pop3Mailbox.open(pop3, diagnosis);
    }

    private boolean wantsStartTls(boolean offered) throws UnmetException {
        if (endpoint.protocol().secure() || endpoint.startTls() == StartTls.NEVER) {
            return false;
        }
        if (!offered && endpoint.startTls() == StartTls.REQUIRE) {
            enter(Stage.TLS);
            throw new UnmetException(ConnectionCode.TLS_STARTTLS_MISSING, "");
        }
        return offered;
    }

    private void show(TlsDetails details) {
        found("version", details.version());
        found("cipher", details.cipher());
        found("subject", details.subject());
        found("issuer", details.issuer());
        found("expires", details.notAfter());
        if (details.version() == null) {
            found("chain", details.chain().isEmpty() ? null : String.join("\n", details.chain()));
        }
        if (details.issuer() != null) {
            diagnosis.presented(details.issuer());
        }
    }

    private void found(String what, @Nullable Object value) {
        if (value != null) {
            progress.found(what, value.toString());
        }
    }
}

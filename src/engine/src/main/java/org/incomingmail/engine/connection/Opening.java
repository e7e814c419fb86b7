package org.incomingmail.engine.connection;

import java.io.IOException;
import java.net.InetAddress;
import java.security.cert.CertificateException;
import java.util.Collection;
import java.util.List;
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
import org.incomingmail.engine.server.Endpoint;
import org.incomingmail.engine.server.MailServer;
import org.incomingmail.engine.server.StartTls;
import org.jspecify.annotations.Nullable;

/** The way from settings to an opened mailbox, stage by stage; fetching and testing walk the same one. */
final class Opening {
    private final MailServer server;
    private final Endpoint endpoint;
    private final Credentials credentials;
    private final Patience patience;
    private final Transcript transcript;
    private final Progress progress;
    private final Diagnosis diagnosis;
    private Stage stage = Stage.INPUT;

    @Nullable
    private Tls tls;

    Opening(
            MailServer server,
            Credentials credentials,
            Patience patience,
            Transcript transcript,
            Redaction redaction,
            Progress progress) {
        this.server = server;
        this.endpoint = server.endpoint();
        this.credentials = credentials;
        this.patience = patience;
        this.transcript = transcript;
        this.progress = progress;
        diagnosis = new Diagnosis(server, credentials instanceof Credentials.BearerToken, redaction);
    }

    Visit open(Resolver resolver) throws ConnectionFailedException {
        Wire wire = null;
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
            wire = Wire.connect(endpoint, addresses, patience, transcript);
            if (endpoint.protocol().secure()) {
                enter(Stage.TLS);
                show(wire.secure(trust));
            }
            return endpoint.protocol().imap() ? imap(wire, trust) : pop3(wire, trust);
        } catch (IOException failed) {
            if (stage == Stage.TLS && tls != null) {
                show(tls.details(null));
            }
            if (wire != null) {
                wire.close();
            }
            throw diagnosis.failed(stage, failed);
        }
    }

    Diagnosis diagnosis() {
        return diagnosis;
    }

    Stage stage() {
        return stage;
    }

    void enter(Stage next) {
        stage = next;
        progress.enter(next);
    }

    private Tls input() throws IOException {
        enter(Stage.INPUT);
        if (endpoint.hostname().isBlank() || endpoint.port() < 1 || endpoint.port() > 65_535) {
            throw new UnmetException(ConnectionCode.INPUT_HOSTNAME, "");
        }
        String secret = credentials instanceof Credentials.BearerToken token
                ? token.value()
                : ((Credentials.Password) credentials).value();
        if (server.username().isBlank() || secret.isEmpty()) {
            throw new UnmetException(ConnectionCode.INPUT_CREDENTIALS, "");
        }
        try {
            return Tls.trusting(endpoint.caCertificates());
        } catch (CertificateException unreadable) {
            throw new UnmetException(ConnectionCode.INPUT_CA_UNREADABLE, String.valueOf(unreadable.getMessage()));
        }
    }

    private Visit imap(Wire wire, Tls trust) throws IOException {
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
        enter(Stage.AUTHENTICATION);
        found("mechanism", ImapLogin.login(imap, server.username(), credentials));
        imap.askCapabilities();
        enter(Stage.MAILBOX);
        return ImapMailbox.open(imap, server.reading(), diagnosis);
    }

    private Visit pop3(Wire wire, Tls trust) throws IOException {
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
        enter(Stage.AUTHENTICATION);
        found("mechanism", Pop3Login.login(pop3, server.username(), credentials));
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

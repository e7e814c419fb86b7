package org.incomingmail.engine.mailserver;

import java.time.Duration;
import java.time.Instant;
import org.incomingmail.engine.connection.CredentialSource;
import org.incomingmail.engine.connection.Credentials;
import org.incomingmail.engine.server.AfterProcessing;
import org.incomingmail.engine.server.Authentication;
import org.incomingmail.engine.server.Endpoint;
import org.incomingmail.engine.server.MailServer;
import org.incomingmail.engine.server.MailServerId;
import org.incomingmail.engine.server.Protocol;
import org.incomingmail.engine.server.Publishing;
import org.incomingmail.engine.server.Reading;
import org.incomingmail.engine.server.StartTls;
import org.jspecify.annotations.Nullable;

/** Settings of mail servers, one change at a time. */
public record MailServerFixture(
        Protocol protocol,
        String hostname,
        int port,
        StartTls startTls,
        @Nullable String ca,
        String username,
        String folder,
        AfterProcessing after,
        @Nullable String moveTo,
        @Nullable Instant since,
        Duration timeout,
        Authentication authentication) {

    /** Alice's INBOX on Dovecot, trusted, left as it is. */
    public static MailServerFixture on(DovecotServer dovecot, Protocol protocol) {
        return new MailServerFixture(
                protocol,
                "localhost",
                dovecot.port(protocol),
                StartTls.NEVER,
                dovecot.caCertificate(),
                "alice@mail.test",
                "INBOX",
                AfterProcessing.LEAVE,
                null,
                null,
                Duration.ofSeconds(20),
                new Authentication.Basic());
    }

    /** A server on a port of this machine. */
    public static MailServerFixture at(Protocol protocol, int port) {
        return new MailServerFixture(
                protocol,
                "127.0.0.1",
                port,
                StartTls.NEVER,
                null,
                "alice@mail.test",
                "INBOX",
                AfterProcessing.LEAVE,
                null,
                null,
                Duration.ofSeconds(1),
                new Authentication.Basic());
    }

    public MailServerFixture host(String other) {
        return new MailServerFixture(
                protocol, other, port, startTls, ca, username, folder, after, moveTo, since, timeout, authentication);
    }

    public MailServerFixture port(int other) {
        return new MailServerFixture(
                protocol,
                hostname,
                other,
                startTls,
                ca,
                username,
                folder,
                after,
                moveTo,
                since,
                timeout,
                authentication);
    }

    public MailServerFixture startTls(StartTls other) {
        return new MailServerFixture(
                protocol, hostname, port, other, ca, username, folder, after, moveTo, since, timeout, authentication);
    }

    public MailServerFixture ca(@Nullable String other) {
        return new MailServerFixture(
                protocol,
                hostname,
                port,
                startTls,
                other,
                username,
                folder,
                after,
                moveTo,
                since,
                timeout,
                authentication);
    }

    public MailServerFixture user(String other) {
        return new MailServerFixture(
                protocol, hostname, port, startTls, ca, other, folder, after, moveTo, since, timeout, authentication);
    }

    public MailServerFixture folder(String other) {
        return new MailServerFixture(
                protocol, hostname, port, startTls, ca, username, other, after, moveTo, since, timeout, authentication);
    }

    public MailServerFixture after(AfterProcessing other, @Nullable String target) {
        return new MailServerFixture(
                protocol,
                hostname,
                port,
                startTls,
                ca,
                username,
                folder,
                other,
                target,
                since,
                timeout,
                authentication);
    }

    public MailServerFixture since(Instant other) {
        return new MailServerFixture(
                protocol,
                hostname,
                port,
                startTls,
                ca,
                username,
                folder,
                after,
                moveTo,
                other,
                timeout,
                authentication);
    }

    public MailServerFixture timeout(Duration other) {
        return new MailServerFixture(
                protocol, hostname, port, startTls, ca, username, folder, after, moveTo, since, other, authentication);
    }

    /** Authorized at the client "client", as token "7". */
    public MailServerFixture oauth() {
        return authentication(new Authentication.OAuth2("client", "7", Authentication.Grant.AUTHORIZATION_CODE));
    }

    public MailServerFixture authentication(Authentication other) {
        return new MailServerFixture(
                protocol, hostname, port, startTls, ca, username, folder, after, moveTo, since, timeout, other);
    }

    public CredentialSource password() {
        return password(DovecotServer.PASSWORDS.getOrDefault(username, "wrong"));
    }

    public static CredentialSource password(String password) {
        return server -> new Credentials.Password(password);
    }

    public MailServer build() {
        return new MailServer(
                MailServerId.UNSAVED,
                "Test",
                username,
                new Endpoint(protocol, hostname, port, startTls, ca, timeout, timeout),
                authentication,
                username,
                true,
                new Reading(folder, after, moveTo, Duration.ofMinutes(1), since),
                new Publishing(null, null, false));
    }
}

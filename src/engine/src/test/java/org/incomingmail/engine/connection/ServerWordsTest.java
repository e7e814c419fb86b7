package org.incomingmail.engine.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.incomingmail.engine.connection.wire.Redaction;
import org.incomingmail.engine.connection.wire.ServerRefusalException;
import org.incomingmail.engine.mailserver.MailServerFixture;
import org.incomingmail.engine.server.Protocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerWordsTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            NO AUTHENTICATE failed. | true | EXCHANGE_TOKEN_REFUSED
            NO AUTHENTICATE failed. | false | EXCHANGE_LOGIN_FAILED
            NO AUTHENTICATE failed. Error="AuthFailed:LogonDenied-None-OAuthLog:AuthExc_Auth Failed" | true | EXCHANGE_NO_PERMISSION
            NO LOGIN failed. | false | EXCHANGE_LOGIN_FAILED
            NO Basic authentication is disabled. | false | EXCHANGE_BASIC_DISABLED
            NO Basic authentication is disabled. * BYE Microsoft Exchange Server IMAP4 server signing off. | false | EXCHANGE_BASIC_DISABLED
            LOGIN failed. Account is blocked. Login to your account via a web browser to verify your identity. | false | OUTLOOK_ACCOUNT_BLOCKED
            BAD User is authenticated but not connected. | true | EXCHANGE_NOT_CONNECTED
            -ERR Protocol error. Connection is closed. 10 | true | EXCHANGE_POP_PROTOCOL
            -ERR Authentication failure: unknown user name or bad password. | true | EXCHANGE_POP_TOKEN_REFUSED
            -ERR Logon failure: unknown user name or bad password. | false | EXCHANGE_POP_LOGON_FAILED
            * BYE Microsoft Exchange Server IMAP4 server signing off. | true | EXCHANGE_SIGNED_OFF
            * BYE Jakarta Mail Exception: java.net.SocketTimeoutException: Read timed out | true | TIMEOUT
            NO Request is throttled. Suggested Backoff Time: 201317 milliseconds | true | THROTTLED
            535 5.7.3 Authentication unsuccessful | false | EXCHANGE_SMTP_REFUSED
            550 5.7.30 Basic authentication is not supported for Client Submission. | false | EXCHANGE_SMTP_BASIC
            NO [AUTHENTICATIONFAILED] {"status":"401","schemes":"bearer mac","scope":"https://mail.google.com/"} | true | GOOGLE_TOKEN_REFUSED
            NO [AUTHENTICATIONFAILED] Invalid credentials (Failure) | true | GOOGLE_CREDENTIALS
            NO [ALERT] Please log in via your web browser: https://support.google.com/mail/accounts/answer/78754 (Failure) | false | GOOGLE_WEB_LOGIN
            NO [WEBALERT https://accounts.google.com] Web login required. | false | GOOGLE_WEB_LOGIN
            NO [ALERT] Application-specific password required: https://support.google.com/accounts/answer/185833 (Failure) | false | GOOGLE_APP_PASSWORD
            NO [ALERT] Your account is not enabled for IMAP use. Please visit your Gmail settings page | false | GOOGLE_IMAP_OFF
            -ERR [SYS/PERM] Your account is not enabled for POP access. | false | GOOGLE_POP_OFF
            NO [ALERT] Too many simultaneous connections. (Failure) | true | GOOGLE_TOO_MANY_CONNECTIONS
            NO [OVERQUOTA] Account exceeded command or bandwidth limits. | true | GOOGLE_BANDWIDTH
            NO [NONEXISTENT] Unknown Mailbox: Processed (Failure) | true | MAILBOX_FOLDER_MISSING
            NO [AUTHENTICATIONFAILED] Authentication failed. | false | AUTH_REFUSED
            NO [AUTHENTICATIONFAILED] Authentication failed. | true | TOKEN_REFUSED
            NO [AUTHENTICATIONFAILED] Authentication failed. {"status":"invalid_token"} | true | TOKEN_REFUSED
            -ERR [AUTH] Authentication failed. {"status":"401","schemes":"bearer","scope":"mail"} | true | TOKEN_REFUSED
            NO [UNAVAILABLE] Temporary authentication failure. [vm:2026-11-24] | true | UNAVAILABLE
            -ERR [SYS/TEMP] Temporary authentication failure. [vm:2026-11-24] | false | UNAVAILABLE
            NO [PRIVACYREQUIRED] Plaintext authentication disallowed on non-secure (SSL/TLS) connections. | false | AUTH_PLAINTEXT_FORBIDDEN
            -ERR [AUTH] Plaintext authentication disallowed on non-secure (SSL/TLS) connections. | false | AUTH_PLAINTEXT_FORBIDDEN
            NO [LIMIT] Maximum number of connections from user+IP exceeded (mail_max_userip_connections=10) | false | MAILBOX_LIMIT
            -ERR [IN-USE] Couldn't lock | false | MAILBOX_IN_USE
            NO [INUSE] Mailbox in use | false | MAILBOX_IN_USE
            -ERR [LOGIN-DELAY] minimum time between mail checks violation | false | POP3_LOGIN_DELAY
            NO [EXPIRED] Password expired | false | AUTH_PASSWORD_EXPIRED
            NO [AUTHORIZATIONFAILED] not allowed | false | AUTH_ACCOUNT_DISABLED
            NO [NOPERM] Permission denied | false | MAILBOX_NO_PERMISSION
            NO Mailbox does not exist | false | MAILBOX_FOLDER_MISSING
            NO [OVERQUOTA] Quota exceeded (mailbox for user is full) | false | MAILBOX_OVER_QUOTA
            NO [SERVERBUG] Internal error occurred | false | SERVER_BUG
            NO Login failed: authentication failure | false | AUTH_REFUSED
            NO Login failed. | false | AUTH_REFUSED
            """)
    void theWordsOfKnownServersAreUnderstood(String said, boolean token, ConnectionCode expected) {
        assertThat(failure(said, token).code()).isEqualTo(expected);
    }

    @Test
    void throttlingSaysHowLongToWaitAndATemporaryFailureDoesNotStopTheMailbox() {
        ConnectionFailure throttled =
                failure("BAD Request is throttled. Suggested Backoff Time: 201317 milliseconds", true);
        assertThat(throttled.retryAfter()).contains(Duration.ofMillis(201_317));
        assertThat(throttled.needsAdministrator()).isFalse();
        assertThat(failure("NO [UNAVAILABLE] Temporary authentication failure.", true)
                        .needsAdministrator())
                .isFalse();
        assertThat(failure("Suggested Backoff Time: 999999999999 milliseconds", true)
                        .retryAfter())
                .contains(Duration.ofDays(1));
    }

    @Test
    void theServersOwnWordsAreKeptWithoutSecretsAndControlCharacters() {
        assertThat(failure("NO no such\tuser s3cret-value\u0007!", false).serverSaid())
                .contains("NO no such user *** !");
    }

    private static ConnectionFailure failure(String said, boolean token) {
        Redaction redaction = Redaction.of("s3cret-value", java.util.List.of());
        Diagnosis diagnosis =
                new Diagnosis(MailServerFixture.at(Protocol.IMAPS, 993).build(), redaction);
        if (token) {
            diagnosis.byToken();
        }
        return diagnosis
                .failed(Stage.AUTHENTICATION, new ServerRefusalException(said))
                .failure();
    }
}

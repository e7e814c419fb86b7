package org.incomingmail.engine.connection;

import java.util.Arrays;
import java.util.Optional;
import org.incomingmail.engine.failure.Code;

/**
 * Everything that can stand between us and a mailbox. In all texts {0} is the host, {1} the port, {2} the user name and
 * {3} a detail such as a folder or an issuer.
 */
public enum ConnectionCode implements Code {
    INPUT_HOSTNAME(Then.STOP),
    INPUT_CREDENTIALS(Then.STOP),
    INPUT_CA_UNREADABLE(Then.STOP),

    DNS_UNKNOWN_HOST(Then.RETRY),
    DNS_TIMEOUT(Then.RETRY),

    TCP_REFUSED(Then.RETRY),
    TCP_TIMEOUT(Then.RETRY),
    TCP_UNREACHABLE(Then.RETRY),

    TLS_UNTRUSTED(Then.RETRY),
    TLS_EXPIRED(Then.RETRY),
    TLS_NOT_YET_VALID(Then.RETRY),
    TLS_NAME_MISMATCH(Then.RETRY),
    TLS_NO_COMMON_VERSION(Then.RETRY),
    TLS_PLAIN_SERVER(Then.RETRY),
    TLS_FAILED(Then.RETRY),
    TLS_STARTTLS_MISSING(Then.RETRY),
    TLS_STARTTLS_REFUSED(Then.RETRY),

    GREETING_SILENT(Then.RETRY),
    GREETING_WRONG_PROTOCOL(Then.RETRY),
    GREETING_REFUSED(Then.RETRY),

    TIMEOUT(Then.RETRY),
    CLOSED(Then.RETRY),
    CANCELLED(Then.RETRY),
    PROTOCOL(Then.RETRY),
    UNAVAILABLE(Then.RETRY),
    THROTTLED(Then.RETRY),
    SERVER_BUG(Then.RETRY),

    AUTH_REFUSED(Then.STOP),
    AUTH_PLAINTEXT_FORBIDDEN(Then.STOP),
    AUTH_MECHANISM_MISSING(Then.STOP),
    AUTH_PASSWORD_EXPIRED(Then.STOP),
    AUTH_ACCOUNT_DISABLED(Then.STOP),
    AUTH_TOO_MANY(Then.RETRY),
    TOKEN_REFUSED(Then.STOP),
    TOKEN_SCOPE(Then.STOP),
    TOKEN_OTHER_ACCOUNT(Then.STOP),
    TOKEN_NEEDS_TLS(Then.STOP),
    TOKEN_MECHANISM_MISSING(Then.STOP),

    EXCHANGE_TOKEN_REFUSED(Then.STOP),
    EXCHANGE_NO_PERMISSION(Then.STOP),
    EXCHANGE_LOGIN_FAILED(Then.STOP),
    EXCHANGE_BASIC_DISABLED(Then.STOP),
    EXCHANGE_NOT_CONNECTED(Then.RETRY),
    EXCHANGE_POP_PROTOCOL(Then.STOP),
    EXCHANGE_POP_TOKEN_REFUSED(Then.STOP),
    EXCHANGE_POP_LOGON_FAILED(Then.STOP),
    EXCHANGE_SIGNED_OFF(Then.RETRY),
    EXCHANGE_SMTP_REFUSED(Then.STOP),
    EXCHANGE_SMTP_BASIC(Then.STOP),
    OUTLOOK_ACCOUNT_BLOCKED(Then.STOP),

    GOOGLE_TOKEN_REFUSED(Then.STOP),
    GOOGLE_CREDENTIALS(Then.STOP),
    GOOGLE_WEB_LOGIN(Then.STOP),
    GOOGLE_APP_PASSWORD(Then.STOP),
    GOOGLE_IMAP_OFF(Then.STOP),
    GOOGLE_POP_OFF(Then.STOP),
    GOOGLE_TOO_MANY_CONNECTIONS(Then.RETRY),
    GOOGLE_BANDWIDTH(Then.RETRY),

    MAILBOX_FOLDER_MISSING(Then.RETRY),
    MAILBOX_NO_PERMISSION(Then.RETRY),
    MAILBOX_IN_USE(Then.RETRY),
    MAILBOX_LIMIT(Then.RETRY),
    MAILBOX_OVER_QUOTA(Then.RETRY),
    MAILBOX_CHANGED(Then.RETRY),
    MAILBOX_REFUSED(Then.RETRY),
    POP3_LOGIN_DELAY(Then.RETRY),
    POP3_NO_UIDL(Then.RETRY),
    POP3_QUIT_FAILED(Then.RETRY),

    RIGHTS_READ_ONLY(Then.RETRY),
    RIGHTS_FLAG(Then.RETRY),
    RIGHTS_ACL(Then.RETRY),
    RIGHTS_FOLDER(Then.RETRY);

    private final Then then;

    ConnectionCode(Then then) {
        this.then = then;
    }

    @Override
    public String id() {
        return "IM-" + name().replace('_', '-');
    }

    /** The code with this id, for states that were stored. */
    public static Optional<ConnectionCode> of(String id) {
        return Arrays.stream(values()).filter(code -> code.id().equals(id)).findFirst();
    }

    /** Whether the server refuses the token as such, so that another token may do. */
    boolean refusesToken() {
        return switch (this) {
            case TOKEN_REFUSED,
                    TOKEN_SCOPE,
                    EXCHANGE_TOKEN_REFUSED,
                    EXCHANGE_POP_TOKEN_REFUSED,
                    GOOGLE_TOKEN_REFUSED,
                    GOOGLE_CREDENTIALS -> true;
            default -> false;
        };
    }

    /** Whether trying again later may help without anybody's doing. */
    public boolean retryable() {
        return then == Then.RETRY;
    }

    /** What to do next: try again later, or wait for the administrator because more tries do harm. */
    private enum Then {
        RETRY,
        STOP
    }
}

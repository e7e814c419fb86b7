package org.incomingmail.engine.connection;

import static java.util.Map.entry;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds out what a server means by its words. Standard response codes (RFC 5530, RFC 3206, RFC 2449) and the sentences of
 * Exchange, Outlook.com, Gmail, Dovecot, Cyrus and Courier; matched loosely, the more telling first.
 */
final class ServerWords {
    private static final Pattern BACK_OFF =
            Pattern.compile("suggested backoff time:\\s*(\\d{1,12})\\s*milliseconds", Pattern.CASE_INSENSITIVE);
    private static final Duration LONGEST_WAIT = Duration.ofDays(1);

    private static final List<Map.Entry<String, ConnectionCode>> WORDS = List.of(
            entry("request is throttled", ConnectionCode.THROTTLED),
            entry("suggested backoff time", ConnectionCode.THROTTLED),
            entry("[throttled]", ConnectionCode.THROTTLED),
            // even when a challenge about the token came before: the server could not ask the provider
            entry("[unavailable]", ConnectionCode.UNAVAILABLE),
            entry("[sys/temp]", ConnectionCode.UNAVAILABLE),
            entry("temporary authentication failure", ConnectionCode.UNAVAILABLE),
            entry("oauthlog:", ConnectionCode.EXCHANGE_NO_PERMISSION),
            entry("authfailed:logondenied", ConnectionCode.EXCHANGE_NO_PERMISSION),
            entry("basic authentication is disabled", ConnectionCode.EXCHANGE_BASIC_DISABLED),
            entry("account is blocked", ConnectionCode.OUTLOOK_ACCOUNT_BLOCKED),
            entry("user is authenticated but not connected", ConnectionCode.EXCHANGE_NOT_CONNECTED),
            entry("protocol error. connection is closed", ConnectionCode.EXCHANGE_POP_PROTOCOL),
            entry("protocol error. 10", ConnectionCode.EXCHANGE_POP_PROTOCOL),
            entry("authentication failure: unknown user name", ConnectionCode.EXCHANGE_POP_TOKEN_REFUSED),
            entry("logon failure: unknown user name", ConnectionCode.EXCHANGE_POP_LOGON_FAILED),
            entry("authenticate failed", ConnectionCode.EXCHANGE_TOKEN_REFUSED),
            entry("535 5.7.3", ConnectionCode.EXCHANGE_SMTP_REFUSED),
            entry("550 5.7.30", ConnectionCode.EXCHANGE_SMTP_BASIC),
            entry("sockettimeoutexception", ConnectionCode.TIMEOUT),
            entry("read timed out", ConnectionCode.TIMEOUT),
            entry("imap4 server signing off", ConnectionCode.EXCHANGE_SIGNED_OFF),
            entry("pop3 server signing off", ConnectionCode.EXCHANGE_SIGNED_OFF),
            entry("https://mail.google.com", ConnectionCode.GOOGLE_TOKEN_REFUSED),
            entry("log in via your web browser", ConnectionCode.GOOGLE_WEB_LOGIN),
            entry("web login required", ConnectionCode.GOOGLE_WEB_LOGIN),
            entry("application-specific password required", ConnectionCode.GOOGLE_APP_PASSWORD),
            entry("not enabled for imap", ConnectionCode.GOOGLE_IMAP_OFF),
            entry("not enabled for pop", ConnectionCode.GOOGLE_POP_OFF),
            entry("too many simultaneous connections", ConnectionCode.GOOGLE_TOO_MANY_CONNECTIONS),
            entry("exceeded command or bandwidth limits", ConnectionCode.GOOGLE_BANDWIDTH),
            entry("invalid credentials (failure)", ConnectionCode.GOOGLE_CREDENTIALS),
            entry("invalid_token", ConnectionCode.TOKEN_REFUSED),
            entry("\"schemes\":\"bearer", ConnectionCode.TOKEN_REFUSED),
            entry("[privacyrequired]", ConnectionCode.AUTH_PLAINTEXT_FORBIDDEN),
            entry("plaintext authentication disallowed", ConnectionCode.AUTH_PLAINTEXT_FORBIDDEN),
            entry("[encneeded]", ConnectionCode.AUTH_PLAINTEXT_FORBIDDEN),
            entry("[expired]", ConnectionCode.AUTH_PASSWORD_EXPIRED),
            entry("[authorizationfailed]", ConnectionCode.AUTH_ACCOUNT_DISABLED),
            entry("[contactadmin]", ConnectionCode.AUTH_ACCOUNT_DISABLED),
            entry("user disabled", ConnectionCode.AUTH_ACCOUNT_DISABLED),
            entry("maximum number of connections", ConnectionCode.MAILBOX_LIMIT),
            entry("too many connections", ConnectionCode.MAILBOX_LIMIT),
            entry("[limit]", ConnectionCode.MAILBOX_LIMIT),
            entry("too many failures", ConnectionCode.AUTH_TOO_MANY),
            entry("too many login failures", ConnectionCode.AUTH_TOO_MANY),
            entry("too many invalid", ConnectionCode.AUTH_TOO_MANY),
            entry("[authenticationfailed]", ConnectionCode.AUTH_REFUSED),
            entry("[auth]", ConnectionCode.AUTH_REFUSED),
            entry("[login-delay]", ConnectionCode.POP3_LOGIN_DELAY),
            entry("[inuse]", ConnectionCode.MAILBOX_IN_USE),
            entry("[in-use]", ConnectionCode.MAILBOX_IN_USE),
            entry("[overquota]", ConnectionCode.MAILBOX_OVER_QUOTA),
            entry("over quota", ConnectionCode.MAILBOX_OVER_QUOTA),
            entry("[nonexistent]", ConnectionCode.MAILBOX_FOLDER_MISSING),
            entry("mailbox doesn't exist", ConnectionCode.MAILBOX_FOLDER_MISSING),
            entry("mailbox does not exist", ConnectionCode.MAILBOX_FOLDER_MISSING),
            entry("[noperm]", ConnectionCode.MAILBOX_NO_PERMISSION),
            entry("permission denied", ConnectionCode.MAILBOX_NO_PERMISSION),
            entry("[serverbug]", ConnectionCode.SERVER_BUG),
            entry("[clientbug]", ConnectionCode.SERVER_BUG),
            entry("autologout", ConnectionCode.CLOSED),
            entry("shutting down", ConnectionCode.UNAVAILABLE));

    private ServerWords() {}

    /** What the words mean, wherever they were said; empty when they say nothing special. */
    static Optional<ConnectionCode> meaning(String said) {
        if (said.contains("LOGIN failed.") && !said.contains("Invalid login/password")) {
            // Courier says "Login failed.": here capitals count; GreenMail goes on with the other words
            return Optional.of(
                    blocked(said) ? ConnectionCode.OUTLOOK_ACCOUNT_BLOCKED : ConnectionCode.EXCHANGE_LOGIN_FAILED);
        }
        String words = said.toLowerCase(Locale.ROOT).replace("’", "'");
        return WORDS.stream()
                .filter(entry -> words.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static boolean blocked(String said) {
        return said.contains("Account is blocked");
    }

    /** How long the server asks us to wait. */
    static Optional<Duration> backOff(String said) {
        Matcher found = BACK_OFF.matcher(said);
        if (!found.find()) {
            return Optional.empty();
        }
        Duration wait = Duration.ofMillis(Long.parseLong(found.group(1)));
        return Optional.of(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
    }
}

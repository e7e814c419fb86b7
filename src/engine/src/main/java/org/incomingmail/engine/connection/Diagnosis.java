package org.incomingmail.engine.connection;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.incomingmail.engine.connection.wire.CancelledException;
import org.incomingmail.engine.connection.wire.ProtocolViolationException;
import org.incomingmail.engine.connection.wire.Redaction;
import org.incomingmail.engine.connection.wire.ServerRefusalException;
import org.incomingmail.engine.server.MailServer;

/** Tells from an exception and its stage what went wrong, in terms of the catalogue, without secrets. */
public final class Diagnosis {
    private static final int SAID = 500;

    private final MailServer server;
    private final Redaction redaction;
    private String issuer = "";
    private boolean token;

    Diagnosis(MailServer server, Redaction redaction) {
        this.server = server;
        this.redaction = redaction;
    }

    /** What is refused from now on is a token, not a password. */
    void byToken() {
        token = true;
    }

    /** Who signed the certificate that the server presented, for the texts about trust. */
    void presented(String certificateIssuer) {
        issuer = certificateIssuer;
    }

    /** The exception for the caller. */
    public ConnectionFailedException failed(Stage stage, IOException cause) {
        return new ConnectionFailedException(failure(stage, cause), withoutSecrets(cause));
    }

    // a server may repeat what we sent; a log with the stack trace must not
    private IOException withoutSecrets(IOException cause) {
        String message = String.valueOf(cause.getMessage());
        String clean = redaction.apply(message);
        if (cause.getCause() == null && clean.equals(message.strip())) {
            return cause;
        }
        if (!(cause instanceof ServerRefusalException || cause instanceof ProtocolViolationException)) {
            return cause; // the JVM's own words
        }
        IOException told = new IOException(clean);
        told.setStackTrace(cause.getStackTrace());
        return told;
    }

    private ConnectionFailure failure(Stage stage, IOException cause) {
        if (cause instanceof UnmetException unmet) {
            return failure(stage, unmet.code(), "", unmet.detail());
        }
        if (cause instanceof ServerRefusalException refusal) {
            Optional<String> scope = refusal.challenge()
                    .filter(challenge -> challenge
                            .status()
                            .filter("insufficient_scope"::equals)
                            .isPresent())
                    .map(challenge -> challenge.scope().orElse("?"));
            return scope.isPresent()
                    ? failure(stage, ConnectionCode.TOKEN_SCOPE, refusal.serverSaid(), scope.get())
                    : refused(stage, refusal.serverSaid());
        }
        ConnectionCode code = code(stage, cause);
        String said = cause instanceof ProtocolViolationException ? String.valueOf(cause.getMessage()) : "";
        return failure(
                stage,
                code,
                said,
                stage == Stage.TLS ? issuer : server.reading().folder());
    }

    private ConnectionFailure refused(Stage stage, String said) {
        ConnectionCode otherwise =
                switch (stage) {
                    case GREETING -> ConnectionCode.GREETING_REFUSED;
                    case TLS -> ConnectionCode.TLS_STARTTLS_REFUSED;
                    case AUTHENTICATION -> token ? ConnectionCode.TOKEN_REFUSED : ConnectionCode.AUTH_REFUSED;
                    default -> said.startsWith("* BYE") ? ConnectionCode.CLOSED : ConnectionCode.MAILBOX_REFUSED;
                };
        ConnectionCode code = ServerWords.meaning(said).orElse(otherwise);
        if (token && code == ConnectionCode.AUTH_REFUSED) {
            code = ConnectionCode.TOKEN_REFUSED;
        }
        if (!token && code == ConnectionCode.EXCHANGE_TOKEN_REFUSED) {
            code = ConnectionCode.EXCHANGE_LOGIN_FAILED;
        }
        return failure(stage, code, said, server.reading().folder());
    }

    private ConnectionFailure failure(Stage stage, ConnectionCode code, String said, String detail) {
        Optional<Duration> wait = ServerWords.backOff(said);
        String clean = redaction.apply(said, SAID);
        return new ConnectionFailure(
                stage,
                code,
                code.retryable(),
                !code.retryable(),
                clean.isEmpty() ? Optional.empty() : Optional.of(clean),
                List.of(
                        server.endpoint().hostname(),
                        Integer.toString(server.endpoint().port()),
                        server.username(),
                        redaction.apply(detail, SAID)),
                wait);
    }

    private static ConnectionCode code(Stage stage, IOException cause) {
        if (cause instanceof CancelledException) {
            return ConnectionCode.CANCELLED;
        }
        if (cause instanceof UnknownHostException) {
            return ConnectionCode.DNS_UNKNOWN_HOST;
        }
        if (has(cause, SocketTimeoutException.class)) {
            return switch (stage) {
                case DNS -> ConnectionCode.DNS_TIMEOUT;
                case TCP -> ConnectionCode.TCP_TIMEOUT;
                case GREETING -> ConnectionCode.GREETING_SILENT;
                default -> ConnectionCode.TIMEOUT;
            };
        }
        if (stage == Stage.TCP) {
            return cause instanceof NoRouteToHostException || !(cause instanceof ConnectException)
                    ? ConnectionCode.TCP_UNREACHABLE
                    : ConnectionCode.TCP_REFUSED;
        }
        if (cause instanceof SSLException) {
            return tls(cause);
        }
        if (cause instanceof ProtocolViolationException) {
            return stage == Stage.GREETING ? ConnectionCode.GREETING_WRONG_PROTOCOL : ConnectionCode.PROTOCOL;
        }
        if (cause instanceof EOFException || cause instanceof SocketException) {
            return ConnectionCode.CLOSED;
        }
        String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
        return message.contains("connection dropped") || message.contains("connection lost")
                ? ConnectionCode.CLOSED
                : ConnectionCode.PROTOCOL;
    }

    private static ConnectionCode tls(IOException cause) {
        String messages = messages(cause).toLowerCase(Locale.ROOT);
        if (has(cause, CertificateExpiredException.class)) {
            return ConnectionCode.TLS_EXPIRED;
        }
        if (has(cause, CertificateNotYetValidException.class)) {
            return ConnectionCode.TLS_NOT_YET_VALID;
        }
        if (messages.contains("no subject alternative") || messages.contains("no name matching")) {
            return ConnectionCode.TLS_NAME_MISMATCH;
        }
        if (messages.contains("path building failed") || messages.contains("path validation failed")) {
            return ConnectionCode.TLS_UNTRUSTED;
        }
        if (messages.contains("unrecognized ssl message") || messages.contains("unsupported or unrecognized")) {
            return ConnectionCode.TLS_PLAIN_SERVER;
        }
        if (messages.contains("handshake_failure")
                || messages.contains("protocol_version")
                || messages.contains("protocol version")
                || messages.contains("no appropriate protocol")
                || messages.contains("insufficient_security")) {
            return ConnectionCode.TLS_NO_COMMON_VERSION;
        }
        return ConnectionCode.TLS_FAILED;
    }

    private static boolean has(Throwable thrown, Class<? extends Throwable> type) {
        int depth = 0;
        for (Throwable each = thrown; each != null && depth++ < 20; each = each.getCause()) {
            if (type.isInstance(each)) {
                return true;
            }
        }
        return false;
    }

    private static String messages(Throwable thrown) {
        StringBuilder all = new StringBuilder();
        int depth = 0;
        for (Throwable each = thrown; each != null && depth++ < 20; each = each.getCause()) {
            all.append(each.getMessage()).append('\n');
        }
        return all.toString();
    }
}

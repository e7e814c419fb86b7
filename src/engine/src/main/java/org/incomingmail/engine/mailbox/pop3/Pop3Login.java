package org.incomingmail.engine.mailbox.pop3;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.incomingmail.engine.connection.ConnectionCode;
import org.incomingmail.engine.connection.Credentials;
import org.incomingmail.engine.connection.Sasl;
import org.incomingmail.engine.connection.UnmetException;
import org.incomingmail.engine.connection.wire.SaslChallenge;
import org.incomingmail.engine.connection.wire.ServerRefusalException;
import org.incomingmail.engine.server.Endpoint;

/** Chooses how to log in. A token goes only into a token mechanism that the server offers, and only over TLS. */
public final class Pop3Login {

    private Pop3Login() {}

    /** Logs in and says by which mechanism. */
    public static String login(Pop3Connection pop3, String user, Credentials credentials) throws IOException {
        if (credentials instanceof Credentials.BearerToken token) {
            return withToken(pop3, user, token.value());
        }
        return withPassword(pop3, user, credentials.value());
    }

    private static String withToken(Pop3Connection pop3, String user, String token) throws IOException {
        if (!pop3.wire().isSecure()) {
            throw new UnmetException(ConnectionCode.TOKEN_NEEDS_TLS, "");
        }
        if (pop3.canAuthenticateBy("XOAUTH2")) {
            authenticate(pop3, "XOAUTH2", Sasl.xoauth2(user, token), Sasl.XOAUTH2_ON_ERROR);
            return "XOAUTH2";
        }
        if (pop3.canAuthenticateBy("OAUTHBEARER")) {
            Endpoint endpoint = pop3.wire().endpoint();
            String response = Sasl.oauthBearer(user, endpoint.hostname(), endpoint.port(), token);
            authenticate(pop3, "OAUTHBEARER", response, Sasl.OAUTHBEARER_ON_ERROR);
            return "OAUTHBEARER";
        }
        throw new UnmetException(ConnectionCode.TOKEN_MECHANISM_MISSING, "");
    }

    private static String withPassword(Pop3Connection pop3, String user, String password) throws IOException {
        boolean userCommand = !pop3.toldCapabilities() || pop3.can("USER");
        boolean ascii = StandardCharsets.US_ASCII.newEncoder().canEncode(user + password);
        if (pop3.canAuthenticateBy("PLAIN") && !(userCommand && ascii)) {
            authenticate(pop3, "PLAIN", Sasl.plain(user, password), "*");
            return "PLAIN";
        }
        if (!userCommand) {
            throw new UnmetException(
                    pop3.wire().isSecure()
                            ? ConnectionCode.AUTH_MECHANISM_MISSING
                            : ConnectionCode.AUTH_PLAINTEXT_FORBIDDEN,
                    "");
        }
        if ((user + password).matches("(?s).*[\\r\\n\\x00].*")) {
            throw new UnmetException(ConnectionCode.INPUT_CREDENTIALS, "");
        }
        pop3.command("USER " + user, "USER ***");
        pop3.command("PASS " + password, "PASS ***");
        return "USER";
    }

    // Always in two steps: Exchange closes the connection when the response comes on the AUTH line.
    private static void authenticate(Pop3Connection pop3, String mechanism, String response, String onError)
            throws IOException {
        String line = pop3.exchange("AUTH " + mechanism, "AUTH " + mechanism);
        if (!line.startsWith("+") || line.startsWith("+OK")) {
            throw new ServerRefusalException(line);
        }
        line = pop3.exchange(Base64.getEncoder().encodeToString(Sasl.bytes(response)), "***");
        if (line.startsWith("+") && !line.startsWith("+OK")) {
            SaslChallenge challenge = SaslChallenge.decode(line.substring(1).strip());
            throw new ServerRefusalException(pop3.exchange(onError, onError), challenge);
        }
        if (!line.startsWith("+OK")) {
            throw new ServerRefusalException(line);
        }
    }
}

package org.incomingmail.engine.mailbox.imap;

import java.io.IOException;
import org.incomingmail.engine.connection.ConnectionCode;
import org.incomingmail.engine.connection.Credentials;
import org.incomingmail.engine.connection.Sasl;
import org.incomingmail.engine.connection.UnmetException;
import org.incomingmail.engine.server.Endpoint;

/** Chooses how to log in. A token goes only into a token mechanism that the server offers, and only over TLS. */
public final class ImapLogin {

    private ImapLogin() {}

    /** Logs in and says by which mechanism. */
    public static String login(ImapConnection imap, String user, Credentials credentials) throws IOException {
        if (credentials instanceof Credentials.BearerToken token) {
            return withToken(imap, user, token.value());
        }
        return withPassword(imap, user, credentials.value());
    }

    private static String withToken(ImapConnection imap, String user, String token) throws IOException {
        if (!imap.isSecure()) {
            throw new UnmetException(ConnectionCode.TOKEN_NEEDS_TLS, "");
        }
        Endpoint endpoint = imap.wire().endpoint();
        if (imap.can("AUTH=OAUTHBEARER")) {
            String response = Sasl.oauthBearer(user, endpoint.hostname(), endpoint.port(), token);
            imap.authenticate("OAUTHBEARER", Sasl.bytes(response), Sasl.OAUTHBEARER_ON_ERROR);
            return "OAUTHBEARER";
        }
        if (imap.can("AUTH=XOAUTH2")) {
            imap.authenticate("XOAUTH2", Sasl.bytes(Sasl.xoauth2(user, token)), Sasl.XOAUTH2_ON_ERROR);
            return "XOAUTH2";
        }
        throw new UnmetException(ConnectionCode.TOKEN_MECHANISM_MISSING, "");
    }

    private static String withPassword(ImapConnection imap, String user, String password) throws IOException {
        if (imap.can("AUTH=PLAIN")) {
            imap.authenticate("PLAIN", Sasl.bytes(Sasl.plain(user, password)), "*");
            return "PLAIN";
        }
        if (!imap.can("LOGINDISABLED")) {
            imap.login(user, password);
            return "LOGIN";
        }
        throw new UnmetException(
                imap.isSecure() ? ConnectionCode.AUTH_MECHANISM_MISSING : ConnectionCode.AUTH_PLAINTEXT_FORBIDDEN, "");
    }
}

package org.incomingmail.dev.sandbox.login;

import com.icegreen.greenmail.pop3.Pop3Connection;
import com.icegreen.greenmail.pop3.Pop3State;
import com.icegreen.greenmail.pop3.commands.Pop3Command;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.incomingmail.dev.sandbox.login.TokenLogin.Outcome;

/** AUTH (RFC 5034), in one line or in two. */
final class Pop3TokenLogin extends Pop3Command {
    private final TokenLogin login;

    Pop3TokenLogin(TokenLogin login) {
        this.login = login;
    }

    @Override
    public boolean isValidForState(Pop3State state) {
        return !state.isAuthenticated();
    }

    @Override
    public void execute(Pop3Connection connection, Pop3State state, String line) {
        String[] words = line.split(" ", 3);
        String mechanism = words.length > 1 ? words[1].toUpperCase(Locale.ROOT) : "";
        if (!mechanism.equals("XOAUTH2") && !mechanism.equals("OAUTHBEARER")) {
            connection.println("-ERR this mechanism is not offered");
            return;
        }
        String response = words.length > 2 ? words[2] : asked(connection, "+ ");
        Optional<Credential> credential = Credential.read(mechanism, response);
        if (credential.isEmpty()) {
            connection.println("-ERR the response is not that of " + mechanism);
            return;
        }
        Outcome outcome = login.byToken(credential.get(), TokenProtocol.POP3);
        if (outcome instanceof Outcome.Opened opened) {
            Pop3PasswordLogin.open(connection, state, opened.user());
        } else if (outcome instanceof Outcome.Refused refused) {
            asked(connection, "+ " + Challenge.of(mechanism, refused.error(), TokenProtocol.POP3));
            connection.println("-ERR [AUTH] The token does not open this mailbox");
        } else {
            connection.println("-ERR [SYS/TEMP] The provider cannot be asked about the token");
        }
    }

    private static String asked(Pop3Connection connection, String challenge) {
        connection.println(challenge);
        try {
            String response = connection.readLine();
            return response == null ? "" : response;
        } catch (IOException e) {
            return "";
        }
    }
}

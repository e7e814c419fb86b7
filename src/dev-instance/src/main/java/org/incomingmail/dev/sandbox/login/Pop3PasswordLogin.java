package org.incomingmail.dev.sandbox.login;

import com.icegreen.greenmail.pop3.Pop3Connection;
import com.icegreen.greenmail.pop3.Pop3State;
import com.icegreen.greenmail.pop3.commands.Pop3Command;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import java.util.Optional;

/** PASS (RFC 1939 section 7), refused for mailboxes that take tokens only. */
final class Pop3PasswordLogin extends Pop3Command {
    private final TokenLogin login;

    Pop3PasswordLogin(TokenLogin login) {
        this.login = login;
    }

    @Override
    public boolean isValidForState(Pop3State state) {
        return !state.isAuthenticated();
    }

    @Override
    public void execute(Pop3Connection connection, Pop3State state, String line) {
        GreenMailUser named = state.getUser();
        String password = line.length() > 5 ? line.substring(5) : "";
        Optional<GreenMailUser> user = named == null ? Optional.empty() : login.byPassword(named.getLogin(), password);
        if (user.isPresent()) {
            open(connection, state, user.get());
        } else {
            connection.println("-ERR [AUTH] Wrong password, or this mailbox takes OAuth 2.0 tokens only");
        }
    }

    /** Opens the mailbox of somebody who has proved who they are. */
    static void open(Pop3Connection connection, Pop3State state, GreenMailUser user) {
        try {
            state.setUser(user);
            state.authenticate(user.getPassword());
            connection.println("+OK logged in");
        } catch (UserException | FolderException e) {
            connection.println("-ERR [SYS/TEMP] The mailbox cannot be opened");
        }
    }
}

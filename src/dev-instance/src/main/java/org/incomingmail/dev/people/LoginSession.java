package org.incomingmail.dev.people;

import com.atlassian.sal.api.user.UserKey;
import java.io.Serializable;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpSession;

/** What a browser's session remembers of its login. */
final class LoginSession {
    private static final String ATTRIBUTE = LoginSession.class.getName();

    private final Accounts accounts;

    LoginSession(Accounts accounts) {
        this.accounts = accounts;
    }

    /** The user logged in, as long as they are active and their password is the one they logged in with. */
    Optional<Account> account(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(ATTRIBUTE) instanceof Login login)) {
            return Optional.empty();
        }
        Optional<Account> account = accounts.byKey(login.user())
                .filter(Account::active)
                .filter(found -> found.passwordVersion() == login.passwordVersion());
        if (account.isEmpty()) {
            session.invalidate();
        }
        return account;
    }

    /** Always opens a fresh session: one planted before the login is worth nothing after it. */
    void open(HttpServletRequest request, Account account) {
        close(request);
        renew(request, account);
    }

    /** Keeps this session alive after its own user changed the password. */
    void renew(HttpServletRequest request, Account account) {
        request.getSession(true).setAttribute(ATTRIBUTE, new Login(account.key(), account.passwordVersion()));
    }

    void close(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    private record Login(UserKey user, int passwordVersion) implements Serializable {}
}

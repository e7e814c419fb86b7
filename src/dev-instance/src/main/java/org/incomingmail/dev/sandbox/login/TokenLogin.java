package org.incomingmail.dev.sandbox.login;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserManager;
import java.util.Optional;
import org.incomingmail.dev.sandbox.provider.ProviderControls;
import org.incomingmail.dev.sandbox.provider.TokenFacts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides who may open which mailbox with which token, by what the provider says of it at that moment. */
public final class TokenLogin {
    /** The mail server as the provider knows it: the audience of tokens that are good here. */
    public static final String RESOURCE = "sandbox-mail";

    private static final Logger LOG = LoggerFactory.getLogger(TokenLogin.class);

    private final ProviderControls provider;
    private final UserManager users;
    private final TokenMailboxes mailboxes;

    public TokenLogin(ProviderControls provider, UserManager users, TokenMailboxes mailboxes) {
        this.provider = provider;
        this.users = users;
        this.mailboxes = mailboxes;
    }

    /** What became of an attempt. */
    sealed interface Outcome {
        /** The mailbox is open. */
        record Opened(GreenMailUser user) implements Outcome {}

        /**
         * It stays closed.
         *
         * @param error of RFC 6750 section 3.1
         */
        record Refused(String error) implements Outcome {}

        /** Nobody can say at the moment. */
        record Unavailable() implements Outcome {}
    }

    Outcome byToken(Credential credential, TokenProtocol protocol) {
        if (provider.isDown()) {
            return new Outcome.Unavailable();
        }
        Optional<TokenFacts> token = provider.inspect(credential.token());
        Optional<GreenMailUser> user = user(credential.user());
        if (token.isEmpty()) {
            return refused(credential, "invalid_token", "it is unknown, expired or revoked");
        }
        if (!token.get().audience().contains(RESOURCE)) {
            return refused(credential, "invalid_token", "it is for another server");
        }
        if (!token.get().scopes().contains(protocol.scope())) {
            return refused(credential, "insufficient_scope", "it lacks the scope " + protocol.scope());
        }
        if (user.isEmpty() || !opens(token.get(), user.get().getEmail())) {
            return refused(credential, "invalid_token", "it does not open this mailbox");
        }
        return new Outcome.Opened(user.get());
    }

    /** Opens a mailbox by its password, unless it takes tokens only. */
    Optional<GreenMailUser> byPassword(String name, String password) {
        return user(name)
                .filter(user -> !mailboxes.takesTokensOnly(user.getEmail()))
                .filter(user -> users.test(user.getLogin(), password));
    }

    private Optional<GreenMailUser> user(String name) {
        return Optional.ofNullable(users.getUser(name)).or(() -> Optional.ofNullable(users.getUserByEmail(name)));
    }

    private boolean opens(TokenFacts token, String address) {
        String account = token.account();
        // an application's own token opens the mailboxes of tokens, as after Exchange's Add-MailboxPermission
        return account == null ? mailboxes.takesTokensOnly(address) : mailboxes.opens(account, address);
    }

    private static Outcome refused(Credential credential, String error, String why) {
        LOG.info("The sandbox refuses a token for {}: {}", printable(credential.user()), why);
        return new Outcome.Refused(error);
    }

    private static String printable(String user) {
        String shown = user.replaceAll("\\p{Cntrl}", "?");
        return shown.length() > 100 ? shown.substring(0, 100) : shown;
    }
}

package org.incomingmail.confluence.settings;

import java.util.Optional;
import java.util.Set;
import org.incomingmail.engine.connection.provider.TokenCode;
import org.incomingmail.engine.connection.provider.TokenCode.Then;
import org.incomingmail.engine.server.Authentication;
import org.incomingmail.engine.server.Authentication.Grant;
import org.incomingmail.engine.server.MailServer;
import org.incomingmail.engine.server.ServerState;
import org.incomingmail.engine.server.ServerState.Status;

/** Whether a mailbox waits for somebody to authorize. */
public final class AuthorizationNeeded {
    /** These are mended in Application links or in the form. */
    private static final Set<TokenCode> MENDED_OTHERWISE =
            Set.of(TokenCode.CLIENT_MISSING, TokenCode.APP_ONLY_UNAVAILABLE);

    private AuthorizationNeeded() {}

    public static boolean by(MailServer server, ServerState state) {
        if (!(server.authentication() instanceof Authentication.OAuth2 oauth)
                || oauth.grant() == Grant.CLIENT_CREDENTIALS) {
            return false;
        }
        boolean refused = state.status() == Status.STOPPED || state.status() == Status.FAILING;
        return oauth.tokenId() == null || (refused && endsWithAuthorizing(state));
    }

    private static boolean endsWithAuthorizing(ServerState state) {
        return Optional.ofNullable(state.lastCode())
                .flatMap(TokenCode::of)
                .filter(code -> code.usually() == Then.STOP)
                .filter(code -> !MENDED_OTHERWISE.contains(code))
                .isPresent();
    }
}

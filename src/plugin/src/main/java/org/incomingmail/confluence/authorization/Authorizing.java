package org.incomingmail.confluence.authorization;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import javax.inject.Named;
import javax.servlet.http.HttpSession;
import org.incomingmail.confluence.authorization.Draft.Outcome;
import org.incomingmail.engine.connection.AccessTokens;
import org.incomingmail.engine.connection.ConnectionFailedException;
import org.incomingmail.engine.connection.ConnectionFailure;
import org.incomingmail.engine.server.Authentication;
import org.incomingmail.engine.server.Authentication.Grant;
import org.incomingmail.engine.server.Field;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Authorize: keeps what was typed, sends the browser to the provider, and takes what it comes back with. */
@Named
public class Authorizing {
    private static final Logger log = LoggerFactory.getLogger(Authorizing.class);
    private static final String FLOW = "org.incomingmail.confluence.flow.";
    private static final int KEY_BYTES = 16;

    private final Drafts drafts;
    private final Consent consent;
    private final AccessTokens tokens;
    private final TokenRecord record;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    @Inject
    public Authorizing(Drafts drafts, Consent consent, AccessTokens tokens, TokenRecord record) {
        this(drafts, consent, tokens, record, Clock.systemUTC());
    }

    Authorizing(Drafts drafts, Consent consent, AccessTokens tokens, TokenRecord record, Clock clock) {
        this.drafts = drafts;
        this.consent = consent;
        this.tokens = tokens;
        this.record = record;
        this.clock = clock;
    }

    public String newKey() {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        return HexFormat.of().formatHex(key);
    }

    public Instant now() {
        return clock.instant();
    }

    /** Those that are not too old, the newest first. */
    public List<Draft> drafts(String user) {
        return drafts.of(user, clock.instant().minus(Draft.KEPT));
    }

    public Optional<Draft> draft(String key, String user) {
        return drafts.find(key, user, clock.instant().minus(Draft.KEPT));
    }

    public void discard(Draft draft) {
        drafts.remove(draft.key());
    }

    /**
     * Keeps the draft and begins.
     *
     * @param returnTo absolute address to come back to
     * @return where to send the browser; empty when it can't begin, and the draft says why
     */
    public Optional<String> begin(HttpSession session, Draft draft, String returnTo) {
        drafts.put(draft.with(new Outcome.Begun(), clock.instant()));
        try {
            Consent.Begun begun = consent.begin(session, client(draft), returnTo);
            // in the session only: nobody else, and no other browser, can end what was begun here
            session.setAttribute(FLOW + draft.key(), begun.flowId());
            return Optional.of(begun.provider());
        } catch (ConnectionFailedException refused) {
            drafts.put(draft.with(outcome(refused.failure()), clock.instant()));
            return Optional.empty();
        }
    }

    /** The browser came back. Coming back again, by Reload or from elsewhere, changes nothing. */
    public Optional<Draft> returned(HttpSession session, String key, String user) {
        return draft(key, user).map(draft -> draft.outcome() instanceof Outcome.Begun ? ended(session, draft) : draft);
    }

    private Draft ended(HttpSession session, Draft draft) {
        Draft ended = draft.with(outcome(session, draft), clock.instant());
        drafts.put(ended);
        return ended;
    }

    private Outcome outcome(HttpSession session, Draft draft) {
        Object flow = session.getAttribute(FLOW + draft.key());
        session.removeAttribute(FLOW + draft.key());
        try {
            String token = consent.complete(
                    session, client(draft), Optional.ofNullable(flow).map(Object::toString));
            record.authorized(token, draft.user());
            look(client(draft), token);
            return new Outcome.Authorized(client(draft), token);
        } catch (ConnectionFailedException refused) {
            return outcome(refused.failure());
        }
    }

    /** Has account, scopes and expiry noted; that the consent stands does not depend on it. */
    private void look(String client, String token) {
        try {
            tokens.accessToken(new Authentication.OAuth2(client, token, Grant.AUTHORIZATION_CODE));
        } catch (ConnectionFailedException inTheRecord) {
            log.debug("A new token can't be looked at yet", inTheRecord);
        }
    }

    private static Outcome outcome(ConnectionFailure failure) {
        return new Outcome.Refused(
                failure.code().id(), failure.arguments(), failure.serverSaid().orElse(null));
    }

    private static String client(Draft draft) {
        return draft.input().value(Field.CLIENT).orElse("");
    }
}

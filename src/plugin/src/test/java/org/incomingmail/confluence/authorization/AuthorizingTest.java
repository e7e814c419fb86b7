package org.incomingmail.confluence.authorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.servlet.http.HttpSession;
import org.incomingmail.confluence.authorization.Draft.Outcome;
import org.incomingmail.engine.connection.AccessToken;
import org.incomingmail.engine.connection.AccessTokens;
import org.incomingmail.engine.connection.ConnectionFailedException;
import org.incomingmail.engine.connection.ConnectionFailure;
import org.incomingmail.engine.connection.Stage;
import org.incomingmail.engine.connection.provider.TokenCode;
import org.incomingmail.engine.server.Authentication;
import org.incomingmail.engine.server.Field;
import org.incomingmail.engine.server.MailServerId;
import org.incomingmail.engine.server.MailServerInput;
import org.incomingmail.engine.server.MailboxKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AuthorizingTest {
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final String BACK = "https://wiki.test/back";

    private final Drafts drafts = new DraftsInMemory();
    private final AuthorizationsInMemory authorizations = new AuthorizationsInMemory();
    private final TestConsent consent = new TestConsent();
    private final Authorizing authorizing = at(NOW);
    private final HttpSession session = session();

    @Test
    void whatWasTypedIsStillThereWhenTheBrowserComesBackAuthorized() {
        Draft draft = draft();
        assertThat(authorizing.begin(session, draft, BACK)).contains("https://login.test/");

        Draft back = authorizing.returned(session, draft.key(), "ann").orElseThrow();

        assertThat(back.outcome()).isEqualTo(new Outcome.Authorized("google", "token of flow 1"));
        assertThat(back.input().value(Field.NAME)).contains("Wiki mail");
        assertThat(back.input().password()).contains("correct horse");
        assertThat(authorizations.find("token of flow 1").orElseThrow().user()).isEqualTo("ann");
        assertThat(authorizations.find("token of flow 1").orElseThrow().consented())
                .isEqualTo(NOW);
    }

    @Test
    void aRefusalOfTheProviderLeavesEverythingTyped() {
        Draft draft = draft();
        authorizing.begin(session, draft, BACK);
        consent.refusal = TokenCode.ACCESS_DENIED;

        Draft back = authorizing.returned(session, draft.key(), "ann").orElseThrow();

        assertThat(back.outcome())
                .isEqualTo(new Outcome.Refused("IM-OAUTH-ACCESS-DENIED", List.of("Google", ""), "access_denied"));
        assertThat(back.input().value(Field.NAME)).contains("Wiki mail");
    }

    @Test
    void whatCannotBeginSaysWhyInTheDraft() {
        consent.refusal = TokenCode.CLIENT_MISSING;

        assertThat(authorizing.begin(session, draft(), BACK)).isEmpty();
        assertThat(authorizing.drafts("ann")).singleElement().satisfies(draft -> assertThat(draft.outcome())
                .isInstanceOf(Outcome.Refused.class));
    }

    @Test
    void comingBackTwiceEndsItOnce() {
        Draft draft = draft();
        authorizing.begin(session, draft, BACK);
        Optional<Draft> first = authorizing.returned(session, draft.key(), "ann");

        assertThat(authorizing.returned(session, draft.key(), "ann")).isEqualTo(first);
        assertThat(consent.completed).isEqualTo(1);
    }

    @Test
    void anotherSessionCannotEndWhatWasBegun() {
        Draft draft = draft();
        authorizing.begin(session, draft, BACK);

        Draft back = authorizing.returned(session(), draft.key(), "ann").orElseThrow();

        assertThat(back.outcome()).isInstanceOf(Outcome.Refused.class);
        assertThat(consent.completed).isZero();
    }

    @Test
    void nobodyElseSeesADraftAndNobodyAfterADay() {
        Draft draft = draft();
        authorizing.begin(session, draft, BACK);

        assertThat(authorizing.returned(session, draft.key(), "eve")).isEmpty();
        assertThat(at(NOW.plus(Duration.ofHours(25))).draft(draft.key(), "ann")).isEmpty();
        assertThat(at(NOW.plus(Duration.ofHours(23))).draft(draft.key(), "ann")).isPresent();
    }

    @Test
    void severalDraftsAtOnceAreNotMistaken() {
        Draft first = draft();
        Draft second = draft();
        authorizing.begin(session, first, BACK);
        authorizing.begin(session, second, BACK);

        assertThat(authorizing
                        .returned(session, first.key(), "ann")
                        .orElseThrow()
                        .outcome())
                .isEqualTo(new Outcome.Authorized("google", "token of flow 1"));
        assertThat(authorizing
                        .returned(session, second.key(), "ann")
                        .orElseThrow()
                        .outcome())
                .isEqualTo(new Outcome.Authorized("google", "token of flow 2"));
    }

    @Test
    void theConsentStandsWhenTheTokenCannotBeLookedAtYet() {
        Draft draft = draft();
        authorizing.begin(session, draft, BACK);
        consent.tokenRefusal = TokenCode.PROVIDER_BUSY;

        assertThat(authorizing
                        .returned(session, draft.key(), "ann")
                        .orElseThrow()
                        .outcome())
                .isInstanceOf(Outcome.Authorized.class);
    }

    private Authorizing at(Instant now) {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        return new Authorizing(drafts, consent, consent, new TokenRecord(authorizations, clock), clock);
    }

    private Draft draft() {
        return new Draft(
                authorizing.newKey(),
                "ann",
                MailServerId.UNSAVED,
                MailboxKind.IMAP,
                new MailServerInput(
                        Map.of(Field.NAME, "Wiki mail", Field.CLIENT, "google", Field.PASSWORD, "correct horse")),
                NOW,
                new Outcome.Begun());
    }

    private static HttpSession session() {
        Map<String, Object> attributes = new HashMap<>();
        HttpSession session = mock(HttpSession.class);
        when(session.getAttribute(anyString())).thenAnswer(call -> attributes.get(call.<String>getArgument(0)));
        doAnswer(call -> attributes.put(call.getArgument(0), call.getArgument(1)))
                .when(session)
                .setAttribute(anyString(), any());
        doAnswer(call -> attributes.remove(call.<String>getArgument(0)))
                .when(session)
                .removeAttribute(anyString());
        return session;
    }

    /** A provider that says yes unless told otherwise. */
    private static final class TestConsent implements Consent, AccessTokens {
        @Nullable
        TokenCode refusal;

        @Nullable
        TokenCode tokenRefusal;

        int begun;
        int completed;

        @Override
        public Begun begin(HttpSession session, String clientId, String returnTo) throws ConnectionFailedException {
            refuse(refusal);
            return new Begun("flow " + ++begun, "https://login.test/");
        }

        @Override
        public String complete(HttpSession session, String clientId, Optional<String> flowId)
                throws ConnectionFailedException {
            refuse(flowId.isPresent() ? refusal : TokenCode.AUTHORIZATION_EXPIRED);
            completed++;
            return "token of " + flowId.orElseThrow();
        }

        @Override
        public AccessToken accessToken(Authentication.OAuth2 authentication) throws ConnectionFailedException {
            refuse(tokenRefusal);
            return new AccessToken("secret", null, List.of(), null);
        }

        @Override
        public AccessToken afterRefusal(Authentication.OAuth2 authentication, AccessToken refused) {
            return refused;
        }

        private static void refuse(@Nullable TokenCode code) throws ConnectionFailedException {
            if (code != null) {
                throw new ConnectionFailedException(
                        new ConnectionFailure(
                                Stage.TOKEN,
                                code,
                                false,
                                true,
                                Optional.of("access_denied"),
                                List.of("Google", ""),
                                Optional.empty()),
                        new IllegalStateException());
            }
        }
    }
}

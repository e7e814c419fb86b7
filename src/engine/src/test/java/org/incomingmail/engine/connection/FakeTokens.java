package org.incomingmail.engine.connection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.incomingmail.engine.server.Authentication;
import org.incomingmail.engine.server.OAuth2Client;
import org.incomingmail.engine.server.Provider;
import org.jspecify.annotations.Nullable;

/** A host that gives one token after the other: the first until the mail server refuses it, then the next. */
public final class FakeTokens implements AccessTokens {
    static final Instant EXPIRES = Instant.parse("2026-11-24T11:00:00Z");
    private final List<String> values;
    private final List<String> asked = new ArrayList<>();
    private Provider provider = Provider.OTHER;
    private List<String> scopes = List.of();

    @Nullable
    private String account;

    @Nullable
    private ConnectionFailedException outage;

    @Nullable
    private ConnectionFailedException outageAfterRefusal;

    /** @param values the tokens in order; the last one is given again and again */
    public FakeTokens(String... values) {
        this.values = new ArrayList<>(Arrays.asList(values));
    }

    FakeTokens of(Provider other) {
        provider = other;
        return this;
    }

    FakeTokens scopes(String... granted) {
        scopes = List.of(granted);
        return this;
    }

    FakeTokens account(String authorized) {
        account = authorized;
        return this;
    }

    /** From now on nobody gets a token; null ends it. */
    public FakeTokens fail(@Nullable ConnectionFailedException failure) {
        outage = failure;
        return this;
    }

    FakeTokens failAfterRefusal(ConnectionFailedException failure) {
        outageAfterRefusal = failure;
        return this;
    }

    public CredentialSource source() {
        return new TokenCredentials(this, () -> List.of(new OAuth2Client("client", "Mail client", provider, scopes)));
    }

    /** What was asked for: "token", or "after " and the refused one. */
    public List<String> asked() {
        return asked;
    }

    @Override
    public AccessToken accessToken(Authentication.OAuth2 authentication) throws ConnectionFailedException {
        asked.add("token");
        if (outage != null) {
            throw outage;
        }
        return token(values.get(0));
    }

    @Override
    public AccessToken afterRefusal(Authentication.OAuth2 authentication, AccessToken refused)
            throws ConnectionFailedException {
        asked.add("after " + refused.value());
        if (outageAfterRefusal != null) {
            throw outageAfterRefusal;
        }
        if (values.size() > 1 && values.get(0).equals(refused.value())) {
            values.remove(0);
        }
        return token(values.get(0));
    }

    private AccessToken token(String value) {
        return new AccessToken(value, EXPIRES, scopes, account);
    }
}

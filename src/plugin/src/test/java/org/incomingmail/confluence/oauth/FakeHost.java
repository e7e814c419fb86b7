package org.incomingmail.confluence.oauth;

import com.atlassian.confluence.oauth2.OAuth2Exception;
import com.atlassian.confluence.oauth2.OAuth2Service;
import com.atlassian.oauth2.client.api.ClientToken;
import com.atlassian.oauth2.client.api.storage.TokenHandler;
import com.atlassian.oauth2.client.api.storage.config.ClientConfigStorageService;
import com.atlassian.oauth2.client.api.storage.config.ClientConfigurationEntity;
import com.atlassian.oauth2.client.api.storage.token.ClientTokenEntity;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

/** A host with one client, "microsoft", and one token, "t1". */
class FakeHost extends OptionalServices implements OAuth2Service, TokenHandler, ClientConfigStorageService {
    static final Instant EXPIRES = Instant.parse("2026-11-24T11:00:00Z");
    static final Instant SECRET_EXPIRES = Instant.parse("2027-01-01T00:00:00Z");

    private final Map<String, Object> published = new HashMap<>();
    String token = "opaque";

    @Nullable
    Exception thrown;

    @Nullable
    String completedBy;

    FakeHost() {
        published.put(HostOAuth.SERVICE, this);
        published.put(HostOAuth.TOKENS, this);
        published.put(HostOAuth.CLIENTS, this);
    }

    FakeHost without(String type) {
        published.remove(type);
        return this;
    }

    /** As a host whose type lacks the methods: the call fails to link. */
    FakeHost withoutMethods(String type, Class<?> declared, String... names) {
        published.put(
                type,
                Proxy.newProxyInstance(
                        declared.getClassLoader(), new Class<?>[] {declared}, (proxy, method, arguments) -> {
                            if (Set.of(names).contains(method.getName())) {
                                throw new AbstractMethodError(method.getName());
                            }
                            return method.invoke(this, arguments);
                        }));
        return this;
    }

    @Override
    Optional<Object> find(String type) {
        return Optional.ofNullable(published.get(type));
    }

    @Override
    public List<OAuth2Provider> getConfiguredOAuth2Providers() {
        return List.of(new OAuth2Provider("microsoft", "Contoso mail", "MICROSOFT"));
    }

    @Override
    public OAuth2Result initialiseOAuth2Flow(HttpSession session, String id, UnaryOperator<String> buildRedirect) {
        return new OAuth2Result("flow", "https://login.test/authorize?then=" + buildRedirect.apply("flow"));
    }

    @Override
    public String completeOAuth2Flow(HttpSession session, String id) throws OAuth2Exception {
        completedBy = id;
        if (thrown instanceof OAuth2Exception refused) {
            throw refused;
        }
        return "t1";
    }

    @Override
    public ClientTokenEntity getToken(String tokenId) {
        return new Token("stored");
    }

    @Override
    public ClientToken getRefreshedToken(String clientTokenId) throws Exception {
        if (thrown != null) {
            throw thrown;
        }
        return new Token(token);
    }

    @Override
    public ClientToken getTokenAfterRefusal(String clientTokenId, String refusedAccessToken) {
        return new Token("for " + clientTokenId + " instead of " + refusedAccessToken);
    }

    @Override
    public ClientToken getApplicationToken(String clientConfigId) {
        return new Token("app of " + clientConfigId);
    }

    @Override
    public Optional<ClientConfigurationEntity> getById(String id) {
        return Optional.of(new Configuration(id));
    }

    @Override
    public List<ClientConfigurationEntity> list() {
        return List.of(new Configuration("microsoft"));
    }

    private record Token(String getAccessToken) implements ClientTokenEntity {
        @Override
        public String getId() {
            return "t1";
        }

        @Override
        public String getConfigId() {
            return "microsoft";
        }

        @Override
        public Instant getAccessTokenExpiration() {
            return EXPIRES;
        }

        @Override
        public @Nullable String getRefreshToken() {
            return "refresh";
        }

        @Override
        public @Nullable Instant getRefreshTokenExpiration() {
            return null;
        }

        @Override
        public List<String> getScopes() {
            return List.of("offline_access");
        }
    }

    private record Configuration(String getId) implements ClientConfigurationEntity {
        @Override
        public String getName() {
            return "Contoso mail";
        }

        @Override
        public String getClientId() {
            return "4711";
        }

        @Override
        public String getAuthorizationEndpoint() {
            return "https://login.microsoftonline.us/t/oauth2/v2.0/authorize";
        }

        @Override
        public String getTokenEndpoint() {
            return "https://login.microsoftonline.us/t/oauth2/v2.0/token";
        }

        @Override
        public List<String> getScopes() {
            return List.of("https://outlook.office365.us/IMAP.AccessAsUser.All");
        }

        @Override
        public Optional<Instant> getClientSecretExpiration() {
            return Optional.of(SECRET_EXPIRES);
        }
    }
}

package org.incomingmail.confluence.settings;

import com.atlassian.sal.api.user.UserKey;
import com.atlassian.sal.api.user.UserManager;
import com.atlassian.sal.api.user.UserProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import javax.inject.Named;
import org.incomingmail.confluence.authorization.Authorization;
import org.incomingmail.confluence.authorization.Authorizations;
import org.incomingmail.confluence.authorization.ClientFacts;
import org.incomingmail.engine.server.Authentication;
import org.incomingmail.engine.server.Authentication.Grant;
import org.incomingmail.engine.server.MailScopes;
import org.incomingmail.engine.server.MailServer;
import org.incomingmail.engine.server.OAuth2Client;
import org.incomingmail.engine.server.OAuth2Clients;
import org.incomingmail.engine.server.Protocol;
import org.jspecify.annotations.Nullable;

/** Tells how the tokens of mail servers are doing, without asking the provider. */
@Named
public class TokenHealths {
    /** As the host's OAuth 2.0 client has it unless its documented system property says otherwise. */
    private static final Duration RENEWED_BEFORE =
            Duration.ofSeconds(Long.getLong("atlassian.oauth2.client.max.clock.skew.seconds", 60));

    private final Authorizations authorizations;
    private final OAuth2Clients clients;
    private final ClientFacts facts;
    private final UserManager users;

    @Inject
    public TokenHealths(
            Authorizations authorizations,
            OAuth2Clients clients,
            ClientFacts facts,
            @Named("salUserManager") UserManager users) {
        this.authorizations = authorizations;
        this.clients = clients;
        this.facts = facts;
        this.users = users;
    }

    /** Empty for a server that authenticates with a password. */
    public Optional<TokenHealth> of(MailServer server) {
        return server.authentication() instanceof Authentication.OAuth2 oauth
                ? Optional.of(of(oauth, server.endpoint().protocol()))
                : Optional.empty();
    }

    public TokenHealth of(Authentication.OAuth2 oauth, Protocol protocol) {
        Optional<OAuth2Client> client = clients.all().stream()
                .filter(each -> each.id().equals(oauth.clientId()))
                .findFirst();
        Optional<Authorization> known = Authorization.key(oauth).flatMap(authorizations::find);
        @Nullable Instant expires = known.map(Authorization::expires).orElse(null);
        List<String> scopes = known.map(Authorization::scopes).orElse(List.of());
        return new TokenHealth(
                oauth.clientId(),
                client.map(OAuth2Client::name).orElse(oauth.clientId()),
                client.isEmpty() && facts.offered(),
                oauth.grant(),
                oauth.tokenId() != null || oauth.grant() == Grant.CLIENT_CREDENTIALS,
                known.map(Authorization::user).map(this::name).orElse(null),
                known.map(Authorization::consented).orElse(null),
                known.map(Authorization::account).orElse(null),
                scopes,
                client.map(each -> MailScopes.lackingInToken(each.provider(), protocol, oauth.grant(), scopes))
                        .orElse(List.of()),
                expires,
                expires == null ? null : expires.minus(RENEWED_BEFORE),
                known.map(Authorization::refusal).orElse(null),
                facts.secretExpires(oauth.clientId()).orElse(null));
    }

    private String name(String key) {
        UserProfile user = users.getUserProfile(new UserKey(key));
        return user == null ? key : user.getFullName();
    }
}

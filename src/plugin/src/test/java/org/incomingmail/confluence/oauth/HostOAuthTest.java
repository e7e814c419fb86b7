package org.incomingmail.confluence.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.confluence.oauth2.OAuth2Service;
import com.atlassian.oauth2.client.api.storage.config.ClientConfigStorageService;
import java.util.List;
import org.incomingmail.engine.server.OAuth2Client;
import org.incomingmail.engine.server.Provider;
import org.junit.jupiter.api.Test;

class HostOAuthTest {
    private final FakeHost host = new FakeHost();

    @Test
    void aClientIsKnownWithItsProviderScopesAndSecretExpiry() {
        LinkedClient client = new HostOAuth(host).client("microsoft").orElseThrow();

        assertThat(client.oauthId()).isEqualTo("4711");
        assertThat(client.secretExpires()).contains(FakeHost.SECRET_EXPIRES);
        assertThat(client.offered())
                .isEqualTo(new OAuth2Client(
                        "microsoft",
                        "Contoso mail",
                        Provider.MICROSOFT_US,
                        List.of("https://outlook.office365.us/IMAP.AccessAsUser.All")));
    }

    @Test
    void aHostThatPublishesNothingOffersNothing() {
        host.without(HostOAuth.SERVICE).without(HostOAuth.CLIENTS).without(HostOAuth.TOKENS);

        assertThat(new HostOAuth(host).offered()).isFalse();
        assertThat(new HostOAuth(host).clients()).isEmpty();
        assertThat(new HostOAuth(host).appOnlyOffered()).isFalse();
    }

    @Test
    void withThePublishedServiceAloneClientsHaveTheirNames() {
        host.without(HostOAuth.CLIENTS);

        assertThat(new HostOAuth(host).clients())
                .singleElement()
                .satisfies(client -> assertThat(client.name()).isEqualTo("Contoso mail"))
                .satisfies(client -> assertThat(client.provider()).isEqualTo(Provider.MICROSOFT))
                .satisfies(client -> assertThat(client.scopes()).isEmpty());
    }

    @Test
    void aServiceOfAnotherShapeCostsOnlyWhatItKnows() {
        host.withoutMethods(HostOAuth.CLIENTS, ClientConfigStorageService.class, "getById");
        assertThat(new HostOAuth(host).clients()).hasSize(1);

        host.withoutMethods(HostOAuth.SERVICE, OAuth2Service.class, "getConfiguredOAuth2Providers");
        assertThat(new HostOAuth(host).clients()).isEmpty();
    }

    @Test
    void outsideOfAnOsgiFrameworkThereIsNoService() {
        assertThat(new OptionalServices().find(HostOAuth.SERVICE)).isEmpty();
    }
}

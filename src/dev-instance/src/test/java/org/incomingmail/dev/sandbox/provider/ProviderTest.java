package org.incomingmail.dev.sandbox.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.oauth2.sdk.as.AuthorizationServerMetadata;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProviderTest {
    private final ProviderSettings settings = Shop.settings(new MovableClock());

    @Test
    void itDescribesItself() throws Exception {
        try (var provider = Provider.start(settings)) {
            Endpoints endpoints = provider.endpoints();
            var found = AuthorizationServerMetadata.resolve(new Issuer(endpoints.issuer()));
            assertThat(found.getAuthorizationEndpointURI()).isEqualTo(endpoints.authorization());
            assertThat(found.getTokenEndpointURI()).isEqualTo(endpoints.token());
            assertThat(found.getRevocationEndpointURI()).isEqualTo(endpoints.revocation());
            assertThat(found.getIntrospectionEndpointURI()).isEqualTo(endpoints.introspection());
            assertThat(found.getCodeChallengeMethods()).containsExactly(CodeChallengeMethod.S256);
            assertThat(found.supportsAuthorizationResponseIssuerParam()).isTrue();
        }
    }

    @Test
    void consentsAndTokensOutliveARestartWithoutBeingStoredReadably(@TempDir Path home) throws Exception {
        Path file = home.resolve("provider/consents.json");
        JsonNode tokens;
        int port;
        try (var provider = Provider.start(settings.withStore(file))) {
            tokens = new Application(provider).tokens();
            port = provider.port();
        }
        String access = tokens.path("access_token").asText();
        String refresh = tokens.path("refresh_token").asText();
        assertThat(Files.readString(file)).contains("ann@mail.test").doesNotContain(access, refresh);
        try (var provider = Provider.start(settings.withStore(file).withPort(port))) {
            var application = new Application(provider);
            assertThat(application.isLive(access)).isTrue();
            assertThat(application.token(Application.refresh(refresh)).status()).isEqualTo(200);
            assertThat(application.token(Application.refresh(refresh)).error())
                    .as("reuse is noticed after a restart too")
                    .isEqualTo("invalid_grant");
        }
    }

    @Test
    void whileItIsDownNothingIsAnsweredAndNothingIsLost() throws Exception {
        try (var provider = Provider.start(settings)) {
            var application = new Application(provider);
            String access = application.tokens().path("access_token").asText();
            provider.controls().setDown(true);
            for (var address : java.util.List.of(
                    application.address(Application.request()),
                    provider.endpoints().token(),
                    provider.endpoints().metadata())) {
                var response = application.get(address);
                assertThat(response.statusCode()).isEqualTo(503);
                assertThat(response.headers().firstValue("Retry-After")).isPresent();
            }
            provider.controls().setDown(false);
            assertThat(application.isLive(access)).isTrue();
        }
    }

    @Test
    void itCanRefuseWithAnyError() throws Exception {
        try (var provider = Provider.start(settings)) {
            var application = new Application(provider);
            provider.controls().refuseEverything(400, "invalid_grant", "AADSTS70000: refused");
            var answer = application.token(Application.refresh("any"));
            assertThat(answer.error()).isEqualTo("invalid_grant");
            assertThat(answer.body().path("error_description").asText()).isEqualTo("AADSTS70000: refused");
            provider.controls().refuseNothing();
            assertThat(application.tokens().has("access_token")).isTrue();
        }
    }

    @Test
    void tokensMayBeAsLongAsMicrosofts() throws Exception {
        try (var provider = Provider.start(settings.withAccessTokenBytes(4000))) {
            var application = new Application(provider);
            String access = application.tokens().path("access_token").asText();
            assertThat(access).hasSizeGreaterThan(4096);
            assertThat(application.isLive(access)).isTrue();
        }
    }

    @Test
    void unknownAddressesAreNotFound() throws Exception {
        try (var provider = Provider.start(settings)) {
            assertThat(new Application(provider)
                            .get(provider.endpoints().issuer().resolve("/token/more"))
                            .statusCode())
                    .isEqualTo(404);
        }
    }
}

package org.incomingmail.dev.applinks.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.atlassian.oauth2.client.api.storage.TokenHandler;
import java.nio.file.Path;
import java.time.Duration;
import org.incomingmail.dev.applinks.World;
import org.incomingmail.dev.applinks.links.OutgoingLink;
import org.incomingmail.dev.applinks.links.ProviderType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
final class ApplicationTokensTest {
    private World world;
    private TokenHandler handler;
    private OutgoingLink link;

    @BeforeEach
    void open(@TempDir Path home) {
        world = new World(home);
        handler = world.node();
        link = world.link(ProviderType.MICROSOFT, null, "https://outlook.office.com/IMAP.AccessAsUser.All");
    }

    @AfterEach
    void close() {
        world.close();
    }

    private String access() throws Exception {
        return handler.getApplicationToken(link.id()).getAccessToken();
    }

    @Test
    void microsoftIsAskedForWhateverTheRegistrationWasPermitted() throws Exception {
        assertThat(handler.getApplicationToken(link.id()).getScopes())
                .containsExactly("https://outlook.office.com/.default");
        assertThat(world.provider.tokenRequests).singleElement().satisfies(request -> assertThat(
                        String.valueOf(request.getBody()))
                .contains("grant_type=client_credentials"));
    }

    @Test
    void aTokenServesUntilShortlyBeforeItExpires() throws Exception {
        String first = access();
        world.clock.pass(Duration.ofMinutes(57));
        assertThat(access()).isEqualTo(first);
        world.clock.pass(Duration.ofMinutes(1));
        assertThat(access()).isNotEqualTo(first);
        assertThat(world.provider.tokenRequests).hasSize(2);
    }

    @Test
    void aRefusedTokenIsReplaced() throws Exception {
        String first = access();
        assertThat(handler.getTokenAfterRefusal(link.id(), first).getAccessToken())
                .isNotEqualTo(first);
        assertThat(handler.getTokenAfterRefusal(link.id(), first).getAccessToken())
                .as("once for a refused token")
                .isEqualTo(access());
        assertThat(world.provider.tokenRequests).hasSize(2);
    }

    @Test
    void aRotatedSecretIsUsedAtOnceAndAFailureReachesTheCaller() throws Exception {
        access();
        world.links.rotateSecret(link.id(), "a-wrong-secret", null);
        assertThatThrownBy(this::access).hasMessageStartingWith("invalid_client: AADSTS7000215");
        assertThatThrownBy(() -> handler.getApplicationToken("nothing")).hasMessageContaining("no outgoing link");
    }
}

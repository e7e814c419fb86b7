package org.incomingmail.dev.applinks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.atlassian.confluence.oauth2.OAuth2Service;
import java.nio.file.Path;
import java.util.List;
import org.incomingmail.dev.Instance;
import org.incomingmail.dev.applinks.links.HttpsRequirement;
import org.incomingmail.dev.house.CommandLine;
import org.incomingmail.dev.people.PeopleRoom;
import org.incomingmail.dev.services.ServicesRoom;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HttpsRequiredTest {
    @Test
    void withoutHttpsNoLinkIsConfigured(@TempDir Path home) throws Exception {
        try (LocalProvider provider = new LocalProvider();
                Instance instance = Instance.start(
                        CommandLine.parse(List.of("--port", "0", "--home", home.toString())),
                        List.of(
                                new ServicesRoom(),
                                new PeopleRoom(),
                                new ApplicationLinksRoom(new MovingClock(), new HttpsRequirement(true, true))))) {
            LinksBrowser admin = new LinksBrowser(instance);
            Document list = admin.page(LinksBrowser.LIST);
            assertThat(list.select("#https-required").text())
                    .contains("OAuth 2.0 needs HTTPS", HttpsRequirement.SKIP_BASE_URL);
            assertThat(list.select("#no-links")).hasSize(1);
            assertThat(admin.page("/admin/applinks/createlink.action").select("#continue[disabled]"))
                    .hasSize(1);
            assertThat(admin.get(LinksBrowser.FORM + "?provider=GOOGLE").statusCode())
                    .isEqualTo(302);
            assertThat(
                            new Rest(instance.baseUrl())
                                    .send(
                                            "POST",
                                            "",
                                            400,
                                            """
                            {"provider":"GOOGLE","name":"g","clientId":"c","clientSecret":"s"}"""))
                    .contains("HTTPS");
            assertThat(new Rest(instance.baseUrl())
                            .send("POST", "", 400, "{\"tokenEndpoint\":\"" + provider.address("/token") + "\"}"))
                    .contains("must start with https://");
            assertThatThrownBy(() -> instance.services()
                            .get(OAuth2Service.class)
                            .initialiseOAuth2Flow(MemorySession.open(), "x", id -> "/"))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}

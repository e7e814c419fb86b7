package org.incomingmail.dev.applinks.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.incomingmail.dev.applinks.LocalProvider;
import org.incomingmail.dev.applinks.MovingClock;
import org.incomingmail.dev.applinks.World;
import org.incomingmail.dev.applinks.links.OutgoingLink;
import org.incomingmail.dev.applinks.links.ProviderType;
import org.incomingmail.dev.applinks.provider.Finding.Verdict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class LinkProbeTest {
    private static final URI BACK = URI.create(World.BASE_URL + "/oauth2/callback.action");
    private final LocalProvider provider = new LocalProvider();
    private final BoundedSender sender = new BoundedSender(Duration.ofMinutes(2));
    private final LinkProbe probe = new LinkProbe(sender, new TokenEndpoint(sender, new MovingClock()));
    private final OutgoingLink link = provider.link(ProviderType.CUSTOM, null, "mail");

    @AfterEach
    void close() {
        provider.close();
    }

    private List<Finding> test(OutgoingLink tested, String secret) {
        return probe.test(tested, secret, BACK);
    }

    @Test
    void aGoodLinkIsSaidToBeGood() {
        assertThat(test(link, provider.secret)).extracting(Finding::verdict).containsExactly(Verdict.OK, Verdict.OK);
    }

    @Test
    void aWrongSecretIsFoundWithoutAnybodysConsent() {
        assertThat(test(link, "a-wrong-secret").get(1))
                .isEqualTo(new Finding(
                        "Token endpoint",
                        Verdict.FAILED,
                        "It refuses the client ID or secret: invalid_client: AADSTS7000215: Invalid client secret"
                                + " provided."));
    }

    @Test
    void aProviderThatIsDownOrHasNothingThereIsFound() {
        provider.misbehaviour = exchange -> LocalProvider.answer(exchange, 502, "text/html", "");
        assertThat(test(link, "secret").get(1).text()).contains("HTTP 502");
        provider.misbehaviour =
                exchange -> LocalProvider.json(exchange, 200, "{\"access_token\":\"a\",\"token_type\":\"Bearer\"}");
        assertThat(test(link, "secret").get(1).text()).contains("code that does not exist");
        provider.close();
        assertThat(test(link, "secret")).extracting(Finding::verdict).containsOnly(Verdict.FAILED);
    }

    @Test
    void theIssuerIsComparedWithWhatItSaysAboutItself() {
        OutgoingLink strict = provider.link(ProviderType.CUSTOM, provider.issuer(), "mail");
        assertThat(test(strict, provider.secret).get(2).text()).contains("HTTP 404");

        provider.metadata = "{\"issuer\":\"" + provider.issuer() + "\",\"authorization_endpoint\":\""
                + strict.authorizationEndpoint() + "\",\"token_endpoint\":\"" + strict.tokenEndpoint()
                + "\",\"authorization_response_iss_parameter_supported\":true}";
        assertThat(test(strict, provider.secret).get(2).verdict()).isEqualTo(Verdict.OK);

        provider.metadata = "{\"issuer\":\"https://other.example\",\"token_endpoint\":\"https://x.example/t\"}";
        assertThat(test(strict, provider.secret).stream().skip(2).map(Finding::text))
                .anyMatch(text -> text.contains("calls itself \"https://other.example\""))
                .anyMatch(text -> text.contains("token_endpoint is https://x.example/t"))
                .anyMatch(text -> text.contains("does not say that its answers carry the issuer"));

        provider.metadata = "{broken";
        assertThat(test(strict, provider.secret).get(2).text()).contains("can't be read");
    }

    @Test
    void anIssuerThatDescribesItselfAsRfc8414SaysIsFound() {
        OutgoingLink strict = provider.link(ProviderType.CUSTOM, provider.issuer() + "/realm", "mail");
        provider.realmMetadata =
                "{\"issuer\":\"" + strict.issuer() + "\",\"authorization_response_iss_parameter_supported\":true}";
        assertThat(test(strict, provider.secret).get(2).verdict()).isEqualTo(Verdict.OK);
    }
}

package org.incomingmail.dev.applinks.links;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class LinkCheckTest {
    private static final HttpsRequirement STRICT = new HttpsRequirement(true, true);
    private static final OutgoingLink EXISTING = new OutgoingLink(
            "existing",
            "Google mail",
            "",
            ProviderType.CUSTOM,
            "client",
            null,
            List.of(),
            URI.create("https://idp.example/authorize"),
            URI.create("https://idp.example/token"),
            null);

    private static Typed custom() {
        return new Typed(ProviderType.CUSTOM)
                .with("authorizationEndpoint", "https://idp.example/authorize")
                .with("tokenEndpoint", "https://idp.example/token");
    }

    private static LinkCheck check(Typed typed) {
        return new LinkCheck(typed.input(), List.of(EXISTING), null, STRICT);
    }

    private static Map<String, String> errors(Typed typed) {
        LinkCheck check = check(typed);
        Optional<OutgoingLink> link = check.link();
        assertThat(link.isPresent()).isEqualTo(check.errors().isEmpty());
        return check.errors();
    }

    private static OutgoingLink link(Typed typed) {
        LinkCheck check = check(typed);
        Optional<OutgoingLink> link = check.link();
        assertThat(check.errors()).isEmpty();
        return link.orElseThrow();
    }

    @Test
    void everyCloudAndKindOfTenantHasItsEndpoints() {
        Map<MicrosoftCloud, String> signIn = Map.of(
                MicrosoftCloud.WORLDWIDE, "https://login.microsoftonline.com/",
                MicrosoftCloud.US_GOVERNMENT, "https://login.microsoftonline.us/",
                MicrosoftCloud.CHINA, "https://login.partner.microsoftonline.cn/");
        for (MicrosoftCloud cloud : MicrosoftCloud.values()) {
            for (String tenant : List.of(
                    "common", "organizations", "contoso.onmicrosoft.com", "6731de76-14a6-49ae-97bc-6eba6914391e")) {
                OutgoingLink link = link(new Typed(ProviderType.MICROSOFT)
                        .with("cloud", cloud.name())
                        .with("tenant", tenant));
                assertThat(link.getAuthorizationEndpoint())
                        .isEqualTo(signIn.get(cloud) + tenant + "/oauth2/v2.0/authorize");
                assertThat(link.getTokenEndpoint()).isEqualTo(signIn.get(cloud) + tenant + "/oauth2/v2.0/token");
                assertThat(LinkInput.of(link).cloud()).as("read back").isEqualTo(cloud.name());
                assertThat(LinkInput.of(link).tenant()).isEqualTo(tenant);
            }
        }
        assertThat(link(new Typed(ProviderType.MICROSOFT).with("tenant", "consumers"))
                        .getTokenEndpoint())
                .contains("/consumers/");
    }

    @Test
    void aTenantThatIsNoneIsRefused() {
        for (String tenant : List.of("", "a b", "../x", "a/b", "x?y", "-x", "a".repeat(300))) {
            assertThat(errors(new Typed(ProviderType.MICROSOFT).with("tenant", tenant)))
                    .as(tenant)
                    .containsOnlyKeys("tenant");
        }
        assertThat(errors(
                        new Typed(ProviderType.MICROSOFT).with("cloud", "CHINA").with("tenant", "consumers")))
                .containsOnlyKeys("tenant");
        assertThat(errors(new Typed(ProviderType.MICROSOFT).with("cloud", "MARS")))
                .containsOnlyKeys("cloud");
    }

    @Test
    void microsoftWithOwnEndpointsTakesThemAsTyped() {
        OutgoingLink link = link(new Typed(ProviderType.MICROSOFT)
                .with("cloud", "")
                .with("authorizationEndpoint", "https://sts.example/a")
                .with("tokenEndpoint", "https://sts.example/t"));
        assertThat(link.getTokenEndpoint()).isEqualTo("https://sts.example/t");
        assertThat(LinkInput.of(link).cloud()).isEmpty();
    }

    @Test
    void theLargeProvidersArePrefilled() {
        OutgoingLink google = link(new Typed(ProviderType.GOOGLE));
        assertThat(google.scopes()).containsExactly("https://mail.google.com/");
        assertThat(google.getTokenEndpoint()).isEqualTo("https://oauth2.googleapis.com/token");
        assertThat(link(new Typed(ProviderType.MICROSOFT)).scopes())
                .containsExactly(
                        "https://outlook.office.com/IMAP.AccessAsUser.All",
                        "https://outlook.office.com/POP.AccessAsUser.All",
                        "offline_access");
    }

    @Test
    void scopesAreReadAsPeopleTypeThem() {
        assertThat(link(custom().with("scopes", " mail,\n offline_access mail\t"))
                        .scopes())
                .containsExactly("mail", "offline_access");
        assertThat(link(new Typed(ProviderType.GOOGLE).with("scopes", "https://mail.google.com"))
                        .scopes())
                .as("with Google's slash")
                .containsExactly("https://mail.google.com/");
        assertThat(link(custom().with("scopes", "")).scopes()).isEmpty();
        assertThat(errors(new Typed(ProviderType.GOOGLE).with("scopes", ""))).containsOnlyKeys("scopes");
        assertThat(errors(custom().with("scopes", "ma\"il"))).containsOnlyKeys("scopes");
        assertThat(errors(custom().with("scopes", "メール"))).containsOnlyKeys("scopes");
        assertThat(errors(new Typed(ProviderType.MICROSOFT)
                        .with(
                                "scopes",
                                "https://graph.microsoft.com/Mail.Read"
                                        + " https://outlook.office.com/IMAP.AccessAsUser.All")))
                .extractingByKey("scopes")
                .asString()
                .contains("AADSTS28002", "graph.microsoft.com", "outlook.office.com");
    }

    @Test
    void offlineAccessIsAskedForAtMicrosoftInAnyCase() {
        OutgoingLink link = link(
                new Typed(ProviderType.MICROSOFT).with("scopes", "https://outlook.office.com/IMAP.AccessAsUser.All"));
        assertThat(link.requestedScopes()).endsWith("offline_access").hasSize(2);
        assertThat(link(custom().with("scopes", "mail")).requestedScopes()).containsExactly("mail");
    }

    @Test
    void anApplicationAsksForItsResource() {
        assertThat(ApplicationScopes.of(link(new Typed(ProviderType.MICROSOFT))))
                .containsExactly("https://outlook.office365.com/.default");
        assertThat(ApplicationScopes.of(link(new Typed(ProviderType.MICROSOFT).with("cloud", "US_GOVERNMENT"))))
                .containsExactly("https://outlook.office365.us/.default");
        assertThat(ApplicationScopes.of(link(
                        new Typed(ProviderType.MICROSOFT).with("scopes", "https://outlook.office365.com/.default"))))
                .containsExactly("https://outlook.office365.com/.default");
        assertThat(ApplicationScopes.of(link(custom().with("scopes", "openid mail offline_access"))))
                .containsExactly("mail");
    }

    @Test
    void endpointsAreAddressesWithHttps() {
        for (String wrong : List.of(
                "",
                "idp.example/token",
                "ftp://idp.example/",
                "https://",
                "https://u:p@idp.example/",
                "https://idp.example/#x",
                "https://a b/",
                "javascript:alert(1)",
                "http://idp.example/token")) {
            assertThat(errors(custom().with("tokenEndpoint", wrong))).as(wrong).containsOnlyKeys("tokenEndpoint");
        }
        assertThat(new LinkCheck(
                                custom().with("tokenEndpoint", "http://127.0.0.1:8080/token")
                                        .input(),
                                List.of(),
                                null,
                                new HttpsRequirement(true, false))
                        .link())
                .isPresent();
        assertThat(errors(custom().with("issuer", "https://idp.example/?q"))).containsOnlyKeys("issuer");
        assertThat(link(custom().with("issuer", "https://idp.example/realm")).issuer())
                .isEqualTo("https://idp.example/realm");
    }

    @Test
    void theBaseUrlNeedsHttpsUnlessRelaxed() {
        assertThat(STRICT.allowsBaseUrl("http://localhost:1990/confluence")).isFalse();
        assertThat(STRICT.allowsBaseUrl("https://wiki.example")).isTrue();
        assertThat(new HttpsRequirement(false, true).allowsBaseUrl("http://localhost:1990/confluence"))
                .isTrue();
    }

    @Test
    void namesIdsSecretsAndDatesAreChecked() {
        assertThat(errors(custom().with("name", ""))).containsOnlyKeys("name");
        assertThat(errors(custom().with("name", "GOOGLE MAIL"))).containsEntry("name", "Another link has this name.");
        assertThat(errors(custom().with("name", "x".repeat(256)))).containsOnlyKeys("name");
        assertThat(errors(custom().with("description", "x".repeat(1001)))).containsOnlyKeys("description");
        assertThat(errors(custom().with("clientId", ""))).containsOnlyKeys("clientId");
        assertThat(errors(custom().with("clientId", "ab\u3042"))).containsOnlyKeys("clientId");
        assertThat(errors(custom().with("clientSecret", ""))).containsOnlyKeys("clientSecret");
        assertThat(errors(custom().with("clientSecret", "x".repeat(1001)))).containsOnlyKeys("clientSecret");
        assertThat(errors(custom().with("secretExpires", "31.3.2027"))).containsOnlyKeys("secretExpires");
        assertThat(link(custom().with("secretExpires", "2027-03-31")).secretExpires())
                .isEqualTo(LocalDate.of(2027, 3, 31));
        assertThat(errors(custom().with("provider", "Yahoo"))).containsKey("provider");
    }

    @Test
    void anEditKeepsTheSecretButNeverSendsItToAnotherServer() {
        Typed edited = custom().with("name", "Google mail").with("clientSecret", "");
        assertThat(edit(edited)).isEmpty();
        assertThat(edit(edited.with("tokenEndpoint", "https://idp.example/other")))
                .isEmpty();
        assertThat(edit(edited.with("tokenEndpoint", "https://evil.example/token")))
                .containsOnlyKeys("clientSecret");
        assertThat(edit(edited.with("clientSecret", "typed again"))).isEmpty();
    }

    private static Map<String, String> edit(Typed typed) {
        LinkCheck check = new LinkCheck(typed.input(), List.of(EXISTING), EXISTING, STRICT);
        Optional<OutgoingLink> link = check.link();
        link.ifPresent(found -> assertThat(found.id()).isEqualTo("existing"));
        return check.errors();
    }

    @Test
    void aSecretIsRemindedOfThirtySevenAndOneDaysBefore() {
        LocalDate today = LocalDate.of(2026, 11, 24);
        assertThat(reminder(today, 31)).isEqualTo(SecretReminder.Urgency.NONE);
        assertThat(reminder(today, 30)).isEqualTo(SecretReminder.Urgency.SOON);
        assertThat(reminder(today, 8)).isEqualTo(SecretReminder.Urgency.SOON);
        assertThat(reminder(today, 7)).isEqualTo(SecretReminder.Urgency.WEEK);
        assertThat(reminder(today, 1)).isEqualTo(SecretReminder.Urgency.DAY);
        assertThat(reminder(today, 0)).isEqualTo(SecretReminder.Urgency.DAY);
        assertThat(reminder(today, -1)).isEqualTo(SecretReminder.Urgency.EXPIRED);
        assertThat(SecretReminder.of(null, today).text()).isEmpty();
        assertThat(SecretReminder.of(today.plusDays(1), today).text()).isEqualTo("The client secret expires in 1 day.");
        assertThat(SecretReminder.of(today, today).text()).contains("today");
        assertThat(SecretReminder.of(today.minusDays(3), today).text()).contains("has expired");
    }

    private static SecretReminder.Urgency reminder(LocalDate today, int days) {
        return SecretReminder.of(today.plusDays(days), today).urgency();
    }
}

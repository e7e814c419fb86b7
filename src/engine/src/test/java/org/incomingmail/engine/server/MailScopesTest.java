package org.incomingmail.engine.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.incomingmail.engine.server.Authentication.Grant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailScopesTest {

    @ParameterizedTest
    @CsvSource({
        "Google, '', GOOGLE",
        "GOOGLE, https://oauth2.googleapis.com/token, GOOGLE",
        "Custom, https://accounts.google.com/o/oauth2/v2/auth, GOOGLE",
        "Microsoft, '', MICROSOFT",
        "Custom, https://login.microsoftonline.com/contoso.example/oauth2/v2.0/token, MICROSOFT",
        "MICROSOFT, https://login.microsoftonline.us/common/oauth2/v2.0/token, MICROSOFT_US",
        "Custom, https://login.partner.microsoftonline.cn/common/oauth2/v2.0/token, MICROSOFT_CHINA",
        "MICROSOFT_US, '', MICROSOFT_US",
        "Custom, https://keycloak.example/realms/mail, OTHER",
        "Custom, https://accounts.google.com.evil.example/token, OTHER",
        "Custom, not an address, OTHER",
        "'', '', OTHER"
    })
    void aProviderIsRecognisedByItsEndpointsElseByItsKind(String kind, String endpoint, Provider expected) {
        assertThat(Provider.of(kind, List.of(endpoint))).isEqualTo(expected);
    }

    @Test
    void googleDemandsItsMailScopeWithOrWithoutTheFinalSlash() {
        assertThat(lacking(Provider.GOOGLE, Protocol.IMAPS, "https://mail.google.com/"))
                .isEmpty();
        assertThat(lacking(Provider.GOOGLE, Protocol.POP3S, "https://mail.google.com"))
                .isEmpty();
        assertThat(lacking(Provider.GOOGLE, Protocol.IMAPS, "https://www.googleapis.com/auth/gmail.readonly"))
                .containsExactly("https://mail.google.com/");
    }

    @ParameterizedTest
    @CsvSource({
        "outlook.office.com",
        "outlook.office365.com",
        "outlook.office365.us",
        "outlook.office.us",
        "outlook-dod.office365.us",
        "outlook.office365.cn",
        "partner.outlook.cn",
        "OUTLOOK.office.COM"
    })
    void microsoftDemandsTheScopeOfTheProtocolByAnyNameOfExchangeAndOfflineAccess(String host) {
        String imap = "https://" + host + "/IMAP.AccessAsUser.All";
        String pop = "https://" + host + "/POP.AccessAsUser.All";

        assertThat(lacking(Provider.MICROSOFT, Protocol.IMAPS, imap, "offline_access"))
                .isEmpty();
        assertThat(lacking(Provider.MICROSOFT, Protocol.IMAP, imap)).containsExactly("offline_access");
        assertThat(lacking(Provider.MICROSOFT, Protocol.POP3S, imap, "offline_access"))
                .containsExactly("https://outlook.office.com/POP.AccessAsUser.All");
        assertThat(lacking(Provider.MICROSOFT, Protocol.POP3, pop, "offline_access"))
                .isEmpty();
    }

    @Test
    void aBareNameOfMicrosoftBelongsToGraphAndDoesNotCount() {
        assertThat(lacking(Provider.MICROSOFT, Protocol.IMAPS, "IMAP.AccessAsUser.All", "offline_access"))
                .containsExactly("https://outlook.office.com/IMAP.AccessAsUser.All");
        assertThat(lacking(
                        Provider.MICROSOFT, Protocol.IMAPS, "https://graph.microsoft.com/.default", "offline_access"))
                .hasSize(1);
    }

    @Test
    void sovereignCloudsHaveTheirOwnSpelling() {
        assertThat(MailScopes.needed(Provider.MICROSOFT_US, Protocol.IMAPS, Grant.AUTHORIZATION_CODE))
                .containsExactly("https://outlook.office365.us/IMAP.AccessAsUser.All", "offline_access");
        assertThat(MailScopes.needed(Provider.MICROSOFT_CHINA, Protocol.POP3S, Grant.AUTHORIZATION_CODE))
                .containsExactly("https://partner.outlook.cn/POP.AccessAsUser.All", "offline_access");
    }

    @Test
    void appOnlyAccessAsksForEverythingThatTheAdministratorConsentedTo() {
        assertThat(MailScopes.needed(Provider.MICROSOFT, Protocol.IMAPS, Grant.CLIENT_CREDENTIALS))
                .containsExactly("https://outlook.office365.com/.default");
        assertThat(MailScopes.lacking(
                        Provider.MICROSOFT,
                        Protocol.IMAPS,
                        Grant.CLIENT_CREDENTIALS,
                        List.of("https://outlook.office.com/IMAP.AccessAsUser.All", "offline_access")))
                .hasSize(1);
        assertThat(MailScopes.lacking(
                        Provider.MICROSOFT,
                        Protocol.POP3S,
                        Grant.CLIENT_CREDENTIALS,
                        List.of("https://outlook.office365.com/.default")))
                .isEmpty();
        assertThat(MailScopes.applicationPermission(Protocol.IMAPS)).isEqualTo("IMAP.AccessAsApp");
        assertThat(MailScopes.applicationPermission(Protocol.POP3S)).isEqualTo("POP.AccessAsApp");
    }

    @Test
    void ofUnknownProvidersNothingIsDemanded() {
        assertThat(lacking(Provider.OTHER, Protocol.IMAPS)).isEmpty();
    }

    @Test
    void aTokenNeedsNoOfflineAccessAndOneThatListsNothingLacksNothing() {
        assertThat(inToken("https://outlook.office.com/IMAP.AccessAsUser.All")).isEmpty();
        assertThat(inToken()).isEmpty();
        assertThat(inToken("https://outlook.office.com/SMTP.Send"))
                .containsExactly("https://outlook.office.com/IMAP.AccessAsUser.All");
    }

    private static List<String> inToken(String... granted) {
        return MailScopes.lackingInToken(
                Provider.MICROSOFT, Protocol.IMAPS, Grant.AUTHORIZATION_CODE, List.of(granted));
    }

    private static List<String> lacking(Provider provider, Protocol protocol, String... client) {
        return MailScopes.lacking(provider, protocol, Grant.AUTHORIZATION_CODE, List.of(client));
    }
}

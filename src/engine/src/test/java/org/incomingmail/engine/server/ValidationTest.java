package org.incomingmail.engine.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.incomingmail.engine.server.InputFixture.errors;
import static org.incomingmail.engine.server.InputFixture.imaps;
import static org.incomingmail.engine.server.InputFixture.pop3s;
import static org.incomingmail.engine.server.InputFixture.stored;
import static org.incomingmail.engine.server.InputFixture.valid;
import static org.incomingmail.engine.server.InputFixture.validation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValidationTest {

    @Test
    void whatIsLeftOutGetsItsDefault() {
        Validated.Valid valid = valid(validation().added(imaps().without(Field.PORT)));

        MailServer server = valid.server();
        assertThat(server.endpoint().port()).isEqualTo(993);
        assertThat(server.endpoint().startTls()).isEqualTo(StartTls.REQUIRE);
        assertThat(server.authentication()).isEqualTo(new Authentication.Basic());
        assertThat(server.enabled()).isTrue();
        assertThat(server.reading())
                .isEqualTo(new Reading(
                        "INBOX",
                        AfterProcessing.MARK_READ,
                        null,
                        Duration.ofMinutes(1),
                        Instant.parse("2026-11-24T10:00:00Z")));
        assertThat(server.publishing()).isEqualTo(new Publishing(null, null, false));
        assertThat(valid.password()).contains("correct horse");
    }

    @Test
    void anEmptyFormSaysEverythingThatIsMissing() {
        assertThat(errors(validation().added(new MailServerInput(Map.of()))))
                .containsExactly(
                        "name IM-INPUT-REQUIRED",
                        "toAddress IM-INPUT-REQUIRED",
                        "hostname IM-INPUT-REQUIRED",
                        "protocol IM-INPUT-REQUIRED",
                        "username IM-INPUT-REQUIRED",
                        "password IM-INPUT-REQUIRED");
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void eachProtocolHasItsPort(Protocol protocol) {
        MailServerInput input = imaps().with(Field.PROTOCOL, protocol.name()).without(Field.PORT);

        assertThat(stored(input).endpoint().port()).isEqualTo(protocol.defaultPort());
    }

    @ParameterizedTest
    @CsvSource({
        "port, 0, IM-INPUT-RANGE",
        "port, 65536, IM-INPUT-RANGE",
        "port, 99999999999999999999, IM-INPUT-NUMBER",
        "port, nine, IM-INPUT-NUMBER",
        "protocol, SMTP, IM-INPUT-CHOICE",
        "authentication.type, NTLM, IM-INPUT-CHOICE",
        "pollSeconds, 29, IM-INPUT-RANGE",
        "pollSeconds, 86401, IM-INPUT-RANGE",
        "timeouts.connectSeconds, 0, IM-INPUT-RANGE",
        "timeouts.readSeconds, 301, IM-INPUT-RANGE",
        "afterProcessing, SHRED, IM-INPUT-CHOICE",
        "onlyNewMail, perhaps, IM-INPUT-CHOICE",
        "tls.startTls, SOMETIMES, IM-INPUT-CHOICE",
        "defaultSpaceKey, NOWHERE, IM-INPUT-SPACE-UNKNOWN",
        "parentPageId, 99, IM-INPUT-PAGE-UNKNOWN",
        "parentPageId, 9, IM-INPUT-PAGE-UNKNOWN",
        "tls.caCertificates, not a certificate, IM-INPUT-CERTIFICATES",
    })
    void aWrongValueIsToldAtItsField(String path, String value, String code) {
        MailServerInput input = imaps().with(Field.at(path).orElseThrow(), value);

        assertThat(errors(validation().added(input))).containsExactly(path + " " + code);
    }

    @Test
    void theParentPageMustBeInTheDefaultSpace() {
        MailServerInput input = imaps().with(Field.DEFAULT_SPACE, "demo");

        assertThat(stored(input.with(Field.PARENT_PAGE, "7")).publishing())
                .isEqualTo(new Publishing("DEMO", 7L, false));
        assertThat(errors(validation().added(input.with(Field.PARENT_PAGE, "8"))))
                .containsExactly("parentPageId IM-INPUT-PAGE-ELSEWHERE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"wiki", "@example.com", "wiki@", "a b@example.com", "Wiki <wiki@example.com>", "a@b@c..d"})
    void anInvalidAddressIsRefused(String address) {
        assertThat(errors(validation().added(imaps().with(Field.TO_ADDRESS, address))))
                .containsExactly("toAddress IM-INPUT-ADDRESS");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"wiki@example.com", "o'hara+x@sub.example.co.jp", "受信@例え.jp", "wiki@localhost", "a@192.0.2.1"})
    void aValidAddressIsTaken(String address) {
        assertThat(stored(imaps().with(Field.TO_ADDRESS, address)).toAddress()).isEqualTo(address);
    }

    @Test
    void aLineBreakInsideAValueIsRefused() {
        MailServerInput input =
                imaps().with(Field.USERNAME, "wiki\r\nA1 LOGOUT").with(Field.PASSWORD, "a\nb");

        assertThat(errors(validation().added(input)))
                .containsExactly("username IM-INPUT-CONTROL-CHARACTER", "password IM-INPUT-CONTROL-CHARACTER");
    }

    @Test
    void popCanOnlyLeaveOrDelete() {
        assertThat(stored(pop3s()).reading().afterProcessing()).isEqualTo(AfterProcessing.LEAVE);
        assertThat(errors(validation().added(pop3s().with(Field.AFTER_PROCESSING, "MARK_READ"))))
                .containsExactly("afterProcessing IM-INPUT-POP-POLICY");
    }

    @Test
    void movingNeedsAnotherFolder() {
        MailServerInput move = imaps().with(Field.AFTER_PROCESSING, "MOVE");

        assertThat(errors(validation().added(move))).containsExactly("moveToFolder IM-INPUT-REQUIRED");
        assertThat(errors(validation().added(move.with(Field.MOVE_TO_FOLDER, "inbox"))))
                .containsExactly("moveToFolder IM-INPUT-SAME-FOLDER");
        assertThat(stored(move.with(Field.MOVE_TO_FOLDER, "済み")).reading().moveToFolder())
                .isEqualTo("済み");
    }

    @Test
    void deletingIsConfirmedByTypingTheMailboxAddress() {
        MailServerInput delete = imaps().with(Field.AFTER_PROCESSING, "DELETE");
        MailServerInput confirmed = delete.with(Field.DELETE_CONFIRMATION, "Wiki@Example.com");

        assertThat(errors(validation().added(delete)))
                .containsExactly("deleteConfirmation IM-INPUT-DELETE-CONFIRMATION");
        MailServer stored = stored(confirmed);
        assertThat(errors(validation().replaced(delete, stored, true)))
                .as("confirmed once for the same mailbox")
                .isEmpty();
        assertThat(errors(validation().replaced(delete.with(Field.FOLDER, "Archive"), stored, true)))
                .containsExactly("deleteConfirmation IM-INPUT-DELETE-CONFIRMATION");
    }

    @Test
    void theStoredPasswordStaysWhenLeftOut() {
        Validated validated =
                validation().replaced(imaps().without(Field.PASSWORD).with(Field.NAME, "New"), stored(imaps()), true);

        assertThat(valid(validated).password()).isEqualTo(Optional.empty());
        assertThat(valid(validated).server().name()).isEqualTo("New");
    }

    @ParameterizedTest
    @CsvSource({"hostname, evil.example", "port, 10993", "username, root", "protocol, IMAP"})
    void theStoredPasswordNeverGoesElsewhere(String path, String value) {
        MailServerInput changed = imaps().without(Field.PASSWORD)
                .with(Field.at(path).orElseThrow(), value)
                .with(Field.START_TLS, "NEVER");

        assertThat(errors(validation().replaced(changed, stored(imaps()), true)))
                .containsExactly("password IM-INPUT-PASSWORD-AGAIN");
        assertThat(errors(validation().replaced(changed.with(Field.PASSWORD, "new"), stored(imaps()), true)))
                .isEmpty();
    }

    @Test
    void onlyNewMailKeepsTheMomentItWasSwitchedOn() {
        MailServer everything = stored(imaps().with(Field.ONLY_NEW_MAIL, "false"));
        MailServer onlyNew = stored(imaps());

        assertThat(everything.reading().since()).isNull();
        assertThat(valid(validation().replaced(imaps(), everything, true))
                        .server()
                        .reading()
                        .since())
                .as("left out, it stays as it was")
                .isNull();
        assertThat(valid(validation().replaced(imaps().with(Field.ONLY_NEW_MAIL, "true"), onlyNew, true))
                        .server()
                        .reading()
                        .since())
                .isEqualTo(onlyNew.reading().since());
    }

    @Test
    void oauthNeedsAClientAndProtection() {
        MailServerInput oauth = imaps().with(Field.AUTHENTICATION, "OAUTH2")
                .without(Field.PASSWORD)
                .with(Field.CLIENT, "google");

        assertThat(stored(oauth).authentication())
                .isEqualTo(new Authentication.OAuth2("google", null, Authentication.Grant.AUTHORIZATION_CODE));
        assertThat(errors(validation().added(oauth.with(Field.CLIENT, "gone"))))
                .containsExactly("authentication.clientId IM-INPUT-OAUTH-CLIENT");
        assertThat(errors(validation().added(oauth.with(Field.PROTOCOL, "IMAP").with(Field.START_TLS, "IF_OFFERED"))))
                .containsExactly("authentication.type IM-INPUT-OAUTH-NEEDS-TLS");
    }

    @Test
    void aTokenIsKeptWithTheSameClientAtTheSamePlaceOnly() {
        MailServerInput oauth = imaps().with(Field.AUTHENTICATION, "OAUTH2")
                .without(Field.PASSWORD)
                .with(Field.CLIENT, "google");
        MailServer stored = stored(oauth)
                .withAuthentication(new Authentication.OAuth2("google", "t1", Authentication.Grant.AUTHORIZATION_CODE));

        assertThat(token(oauth, stored)).isEqualTo("t1");
        assertThat(token(oauth.with(Field.USERNAME, "shared@example.test"), stored))
                .as("a shared mailbox, by the same account")
                .isEqualTo("t1");
        assertThat(token(oauth.with(Field.HOSTNAME, "elsewhere.example.test"), stored))
                .isNull();
        assertThat(token(oauth.with(Field.CLIENT, "other"), stored)).isNull();
        assertThat(token(oauth.with(Field.AUTHENTICATION, "BASIC").with(Field.PASSWORD, "x"), stored))
                .isNull();
    }

    @Test
    void appOnlyAccessIsForClientsThatOfferIt() {
        MailServerInput appOnly = imaps().with(Field.AUTHENTICATION, "OAUTH2")
                .without(Field.PASSWORD)
                .with(Field.GRANT, "CLIENT_CREDENTIALS");

        assertThat(stored(appOnly.with(Field.CLIENT, "other")).authentication())
                .isEqualTo(new Authentication.OAuth2("other", null, Authentication.Grant.CLIENT_CREDENTIALS));
        assertThat(errors(validation().added(appOnly.with(Field.CLIENT, "google"))))
                .containsExactly("authentication.grant IM-INPUT-OAUTH-APP-ONLY");
        assertThat(errors(
                        validation().added(appOnly.with(Field.CLIENT, "google").with(Field.GRANT, "PASSWORD"))))
                .containsExactly("authentication.grant IM-INPUT-CHOICE");
    }

    private static @Nullable String token(MailServerInput input, MailServer stored) {
        return valid(validation().replaced(input, stored, false)).server().authentication()
                        instanceof Authentication.OAuth2 oauth
                ? oauth.tokenId()
                : null;
    }

    @Test
    void noSecretInWhatIsLogged() {
        assertThat(List.of(imaps().toString(), validation().added(imaps()).toString()))
                .noneMatch(text -> text.contains("correct horse"));
    }
}

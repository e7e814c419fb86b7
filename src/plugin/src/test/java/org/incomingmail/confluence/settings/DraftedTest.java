package org.incomingmail.confluence.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.incomingmail.confluence.authorization.Draft;
import org.incomingmail.confluence.authorization.Draft.Outcome;
import org.incomingmail.engine.server.Authentication;
import org.incomingmail.engine.server.Authentication.Grant;
import org.incomingmail.engine.server.Field;
import org.incomingmail.engine.server.MailServerId;
import org.incomingmail.engine.server.MailServerInput;
import org.incomingmail.engine.server.MailboxKind;
import org.incomingmail.engine.server.Validated;
import org.junit.jupiter.api.Test;

class DraftedTest {
    private final MailServerInput typed = new MailServerInput(
            Map.of(Field.HOSTNAME, "imap.mail.test", Field.PORT, "993", Field.PASSWORD, "correct horse"));
    private final Drafted drafted = new Drafted(new Draft(
            "k",
            "ann",
            MailServerId.UNSAVED,
            MailboxKind.IMAP,
            typed,
            Instant.EPOCH,
            new Outcome.Authorized("google", "t1")));

    @Test
    void thePasswordTypedBeforeIsUsedAtTheSamePlaceOnly() {
        MailServerInput submitted = typed.without(Field.PASSWORD);

        assertThat(drafted.completed(submitted).password()).contains("correct horse");
        assertThat(drafted.completed(submitted.with(Field.PASSWORD, "another")).password())
                .contains("another");
        assertThat(drafted.completed(submitted.with(Field.HOSTNAME, "elsewhere.test"))
                        .password())
                .isEmpty();
    }

    @Test
    void theTokenGoesToTheClientItIsOfAndToNoOther() {
        assertThat(token("google", Grant.AUTHORIZATION_CODE)).contains("t1");
        assertThat(token("microsoft", Grant.AUTHORIZATION_CODE)).isEmpty();
        assertThat(token("google", Grant.CLIENT_CREDENTIALS)).isEmpty();
    }

    private Optional<String> token(String client, Grant grant) {
        Authentication.OAuth2 chosen = new Authentication.OAuth2(client, null, grant);
        Validated.Valid valid = new Validated.Valid(ServerFixture.server(0, chosen), Optional.empty());
        return drafted.authorized(valid).server().authentication() instanceof Authentication.OAuth2 oauth
                ? Optional.ofNullable(oauth.tokenId())
                : Optional.empty();
    }
}

package org.incomingmail.confluence.notices;

import com.atlassian.sal.api.message.I18nResolver;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.inject.Inject;
import javax.inject.Named;
import org.incomingmail.confluence.settings.CodeTexts;
import org.incomingmail.engine.server.MailServer;

/** A trouble in words, in the language of the administrator who looks. */
@Named
public class TroubleView {
    private static final String SERVERS = "/plugins/servlet/incoming-mail/servers";
    private final I18nResolver texts;
    private final CodeTexts codes;

    @Inject
    public TroubleView(I18nResolver texts, CodeTexts codes) {
        this.texts = texts;
        this.codes = codes;
    }

    /**
     * What a banner says.
     *
     * @param severe whether mail is not read any more
     * @param code of the last failure, empty for what is no failure
     * @param path where to mend it, below the base URL
     * @param action what the link to it is called
     */
    public record Banner(boolean severe, String title, String text, String code, String path, String action) {}

    public Banner of(Trouble trouble) {
        return trouble instanceof Trouble.Stopped stopped ? stopped(stopped) : expires((Trouble.SecretExpires) trouble);
    }

    private Banner stopped(Trouble.Stopped stopped) {
        String code = Objects.requireNonNullElse(stopped.state().lastCode(), "");
        return new Banner(
                true,
                text("stopped", stopped.server().name()),
                codes.message(code, stopped.state().lastArguments()),
                code,
                SERVERS + "/" + stopped.server().id(),
                text(stopped.authorize() ? "authorize" : "open"));
    }

    private Banner expires(Trouble.SecretExpires secret) {
        String names = secret.servers().stream().map(MailServer::name).collect(Collectors.joining(", "));
        return secret.daysLeft() == 0
                ? new Banner(
                        true, text("expired", secret.client()), text("expired.text", names), "", SERVERS, text("open"))
                : new Banner(
                        false,
                        text("expires", secret.client(), Integer.toString(secret.daysLeft())),
                        text(
                                "expires.text",
                                names,
                                secret.expires()
                                        .atOffset(ZoneOffset.UTC)
                                        .toLocalDate()
                                        .toString()),
                        "",
                        SERVERS,
                        text("open"));
    }

    private String text(String key, String... arguments) {
        return texts.getText("incoming-mail.banner." + key, arguments);
    }
}

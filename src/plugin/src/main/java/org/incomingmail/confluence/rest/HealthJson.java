package org.incomingmail.confluence.rest;

import java.util.Map;
import javax.inject.Inject;
import javax.inject.Named;
import org.incomingmail.confluence.authorization.Authorization.Refusal;
import org.incomingmail.confluence.settings.CodeTexts;
import org.incomingmail.confluence.settings.TokenHealth;
import org.jspecify.annotations.Nullable;

/** Writes how a token is doing as JSON; never the token. */
@Named
public class HealthJson {
    private final CodeTexts texts;

    @Inject
    public HealthJson(CodeTexts texts) {
        this.texts = texts;
    }

    Map<String, Object> write(TokenHealth health) {
        @Nullable Refusal error = health.lastError();
        return Json.object()
                .with("clientName", health.clientName())
                .with("clientRemoved", health.clientGone())
                .with("authorized", health.authorized())
                .with("authorizedBy", health.authorizedBy())
                .with("authorizedAt", health.authorizedAt())
                .with("account", health.account())
                .with("scopes", health.scopes())
                .with("scopesNotGranted", health.lacking())
                .with("accessTokenExpires", health.expires())
                .with("nextRefresh", health.nextRefresh())
                .with("clientSecretExpires", health.secretExpires())
                .with("lastError", error == null ? null : write(error))
                .map();
    }

    private Map<String, Object> write(Refusal error) {
        return Json.object()
                .with("code", error.code())
                .with("message", texts.message(error.code(), error.arguments()))
                .with("providerSaid", error.said())
                .with("at", error.at())
                .map();
    }
}

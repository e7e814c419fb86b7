package org.incomingmail.confluence.admin;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import javax.inject.Inject;
import javax.inject.Named;
import org.incomingmail.confluence.authorization.Authorization.Refusal;
import org.incomingmail.confluence.settings.CodeTexts;
import org.incomingmail.confluence.settings.TokenHealth;
import org.incomingmail.engine.server.Authentication.Grant;
import org.jspecify.annotations.Nullable;

/** How a token is doing, for templates. */
@Named
public class HealthView {
    private final CodeTexts texts;

    @Inject
    public HealthView(CodeTexts texts) {
        this.texts = texts;
    }

    Map<String, Object> of(TokenHealth health) {
        Map<String, Object> view = new HashMap<>();
        view.put("client", health.clientName());
        view.put("gone", health.clientGone());
        view.put("appOnly", health.grant() == Grant.CLIENT_CREDENTIALS);
        view.put("authorized", health.authorized());
        view.put("scopes", health.scopes());
        view.put("lacking", health.lacking());
        put(view, "by", health.authorizedBy());
        put(view, "account", health.account());
        put(view, "at", health.authorizedAt());
        put(view, "expires", health.expires());
        put(view, "refresh", health.nextRefresh());
        put(view, "secretExpires", health.secretExpires());
        @Nullable Refusal error = health.lastError();
        if (error != null) {
            view.put("error", reason(error.code(), error.arguments(), error.said()));
            put(view, "errorAt", error.at());
        }
        return view;
    }

    /** A reason with code, cause, remedy, and the other side's own words where there are any. */
    Map<String, Object> reason(String code, java.util.List<String> arguments, @Nullable String said) {
        Map<String, Object> reason = new HashMap<>();
        reason.put("code", code);
        reason.put("cause", texts.cause(code, arguments));
        reason.put("remedy", texts.remedy(code, arguments));
        put(reason, "said", said);
        return reason;
    }

    private static void put(Map<String, Object> view, String name, @Nullable Object value) {
        if (value != null) {
            view.put(name, value instanceof Instant moment ? Moments.of(moment) : value);
        }
    }
}

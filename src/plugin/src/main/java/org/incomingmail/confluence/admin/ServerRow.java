package org.incomingmail.confluence.admin;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.inject.Inject;
import javax.inject.Named;
import org.incomingmail.confluence.settings.AuthorizationNeeded;
import org.incomingmail.confluence.settings.CodeTexts;
import org.incomingmail.confluence.settings.TokenHealths;
import org.incomingmail.engine.server.Authentication;
import org.incomingmail.engine.server.Authentication.Grant;
import org.incomingmail.engine.server.AuthenticationType;
import org.incomingmail.engine.server.MailServer;
import org.incomingmail.engine.server.MailboxKind;
import org.incomingmail.engine.server.ServerState;

/** A mail server as the list shows it. */
@Named
public class ServerRow {
    private final CodeTexts texts;
    private final TokenHealths healths;
    private final HealthView health;

    @Inject
    public ServerRow(CodeTexts texts, TokenHealths healths, HealthView health) {
        this.texts = texts;
        this.healths = healths;
        this.health = health;
    }

    Map<String, Object> of(MailServer server, ServerState state) {
        Map<String, Object> row = new HashMap<>();
        row.put("id", server.id().toString());
        row.put("name", server.name());
        row.put("type", MailboxKind.of(server.endpoint().protocol()).name());
        row.put("protocol", server.endpoint().protocol().name());
        row.put("address", hostAndPort(server));
        row.put("toAddress", server.toAddress());
        row.put("authentication", AuthenticationType.of(server.authentication()).name());
        row.put("enabled", server.enabled());
        boolean authorize = server.enabled() && AuthorizationNeeded.by(server, state);
        row.put("status", authorize ? "AUTHORIZATION_NEEDED" : state.status().name());
        row.put("authorizable", authorizable(server, state));
        healths.of(server).ifPresent(known -> row.put("health", health.of(known)));
        Optional.ofNullable(state.since()).ifPresent(moment -> row.put("since", Moments.of(moment)));
        Optional.ofNullable(state.lastCheck()).ifPresent(moment -> row.put("lastCheck", Moments.of(moment)));
        Optional.ofNullable(state.nextCheck()).ifPresent(moment -> row.put("nextCheck", Moments.of(moment)));
        String code = state.lastCode();
        if (code != null && state.status() != ServerState.Status.WORKING) {
            row.put("code", code);
            row.put("cause", texts.cause(code, state.lastArguments()));
            row.put("remedy", texts.remedy(code, state.lastArguments()));
            Optional.ofNullable(state.lastDetail()).ifPresent(said -> row.put("serverSaid", said));
        }
        return row;
    }

    /** From any state of error, as it helps in many of them and harms in none. */
    private static boolean authorizable(MailServer server, ServerState state) {
        return server.authentication() instanceof Authentication.OAuth2 oauth
                && oauth.grant() == Grant.AUTHORIZATION_CODE
                && (oauth.tokenId() == null
                        || state.status() == ServerState.Status.FAILING
                        || state.status() == ServerState.Status.STOPPED);
    }

    private static String hostAndPort(MailServer server) {
        String host = server.endpoint().hostname();
        return (host.contains(":") ? "[" + host + "]" : host) + ":"
                + server.endpoint().port();
    }
}

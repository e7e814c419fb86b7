package org.incomingmail.confluence.admin;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.incomingmail.confluence.settings.CodeTexts;
import org.incomingmail.engine.server.AuthenticationType;
import org.incomingmail.engine.server.MailServer;
import org.incomingmail.engine.server.MailboxKind;
import org.incomingmail.engine.server.ServerState;

/** A mail server as the list shows it. */
final class ServerRow {
    private final CodeTexts texts;

    ServerRow(CodeTexts texts) {
        this.texts = texts;
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
        row.put("status", state.status().name());
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

    private static String hostAndPort(MailServer server) {
        String host = server.endpoint().hostname();
        return (host.contains(":") ? "[" + host + "]" : host) + ":"
                + server.endpoint().port();
    }
}

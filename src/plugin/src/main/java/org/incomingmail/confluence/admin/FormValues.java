package org.incomingmail.confluence.admin;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.incomingmail.engine.server.AfterProcessing;
import org.incomingmail.engine.server.Authentication;
import org.incomingmail.engine.server.AuthenticationType;
import org.incomingmail.engine.server.Endpoint;
import org.incomingmail.engine.server.Field;
import org.incomingmail.engine.server.Limits;
import org.incomingmail.engine.server.MailServer;
import org.incomingmail.engine.server.MailServerInput;
import org.incomingmail.engine.server.MailboxKind;
import org.incomingmail.engine.server.Protocol;
import org.incomingmail.engine.server.Reading;
import org.incomingmail.engine.server.StartTls;

/** What stands in the fields when the form is shown. Never a password. */
final class FormValues {
    private final Map<String, Object> values = new HashMap<>();

    private FormValues() {
        for (Field field : Field.values()) {
            values.put(field.path(), "");
        }
    }

    /** The form for a new server; the secure protocol is the first choice. */
    static Map<String, Object> fresh(MailboxKind kind, String name) {
        Protocol protocol = kind == MailboxKind.IMAP ? Protocol.IMAPS : Protocol.POP3S;
        return new FormValues()
                .with(Field.NAME, name)
                .with(Field.PROTOCOL, protocol)
                .with(Field.PORT, protocol.defaultPort())
                .with(Field.AUTHENTICATION, AuthenticationType.BASIC)
                .with(Field.START_TLS, StartTls.REQUIRE)
                .with(Field.CONNECT_TIMEOUT, Limits.CONNECT_TIMEOUT.toSeconds())
                .with(Field.READ_TIMEOUT, Limits.READ_TIMEOUT.toSeconds())
                .with(Field.FOLDER, "INBOX")
                .with(
                        Field.AFTER_PROCESSING,
                        kind == MailboxKind.IMAP ? AfterProcessing.MARK_READ : AfterProcessing.LEAVE)
                .with(Field.POLL_SECONDS, Limits.POLL.toSeconds())
                .with(Field.ONLY_NEW_MAIL, true)
                .with(Field.NOTIFY_WATCHERS, false)
                .values;
    }

    static Map<String, Object> of(MailServer server) {
        Endpoint endpoint = server.endpoint();
        Reading reading = server.reading();
        FormValues form = new FormValues()
                .with(Field.NAME, server.name())
                .with(Field.TO_ADDRESS, server.toAddress())
                .with(Field.HOSTNAME, endpoint.hostname())
                .with(Field.PROTOCOL, endpoint.protocol())
                .with(Field.PORT, endpoint.port())
                .with(Field.AUTHENTICATION, AuthenticationType.of(server.authentication()))
                .with(Field.USERNAME, server.username())
                .with(Field.START_TLS, endpoint.startTls())
                .with(Field.CA_CERTIFICATES, endpoint.caCertificates())
                .with(Field.CONNECT_TIMEOUT, endpoint.connectTimeout().toSeconds())
                .with(Field.READ_TIMEOUT, endpoint.readTimeout().toSeconds())
                .with(Field.FOLDER, reading.folder())
                .with(Field.AFTER_PROCESSING, reading.afterProcessing())
                .with(Field.MOVE_TO_FOLDER, reading.moveToFolder())
                .with(Field.POLL_SECONDS, reading.pollInterval().toSeconds())
                .with(Field.ONLY_NEW_MAIL, reading.since() != null)
                .with(Field.DEFAULT_SPACE, server.publishing().defaultSpaceKey())
                .with(Field.PARENT_PAGE, server.publishing().parentPageId())
                .with(Field.NOTIFY_WATCHERS, server.publishing().notifyWatchers());
        if (server.authentication() instanceof Authentication.OAuth2 oauth) {
            form.with(Field.CLIENT, oauth.clientId()).with(Field.GRANT, oauth.grant());
        }
        return form.values;
    }

    /** What was typed, all but the password. */
    static Map<String, Object> typed(MailServerInput input) {
        FormValues form = new FormValues();
        for (Field field : Field.values()) {
            if (field != Field.PASSWORD) {
                form.with(field, input.value(field).orElse(null));
            }
        }
        return form.values;
    }

    /** As if the values had been typed. */
    static MailServerInput input(Map<String, Object> values) {
        Map<Field, String> typed = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            Object value = values.getOrDefault(field.path(), "");
            if (!value.toString().isEmpty()) {
                typed.put(field, value.toString());
            }
        }
        return new MailServerInput(typed);
    }

    private FormValues with(Field field, @org.jspecify.annotations.Nullable Object value) {
        values.put(field.path(), value == null ? "" : value.toString());
        return this;
    }
}

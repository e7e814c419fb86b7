package org.incomingmail.confluence.admin;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.inject.Inject;
import javax.inject.Named;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.incomingmail.confluence.settings.CodeTexts;
import org.incomingmail.confluence.settings.ServerSettings;
import org.incomingmail.engine.server.FieldError;
import org.incomingmail.engine.server.MailServer;
import org.incomingmail.engine.server.MailServerInput;
import org.incomingmail.engine.server.MailboxKind;
import org.incomingmail.engine.server.OAuth2Clients;
import org.incomingmail.engine.server.Preset;
import org.incomingmail.engine.server.Validated;

/** The form of one mail server. */
@Named
public class ServerForm {
    private final Screens screens;
    private final ServerSettings settings;
    private final OAuth2Clients clients;
    private final CodeTexts texts;

    @Inject
    public ServerForm(Screens screens, ServerSettings settings, OAuth2Clients clients, CodeTexts texts) {
        this.screens = screens;
        this.settings = settings;
        this.clients = clients;
        this.texts = texts;
    }

    void fresh(HttpServletRequest request, HttpServletResponse response, MailboxKind kind) throws IOException {
        show(request, response, kind, Optional.empty(), FormValues.fresh(kind, defaultName(kind)), List.of());
    }

    void stored(HttpServletRequest request, HttpServletResponse response, MailServer server) throws IOException {
        show(request, response, kind(server), Optional.of(server), FormValues.of(server), List.of());
    }

    /** Saves, or shows the form again with its errors and everything that was typed but the password. */
    Optional<MailServer> submitted(
            HttpServletRequest request, HttpServletResponse response, MailboxKind kind, Optional<MailServer> stored)
            throws IOException {
        MailServerInput input = FormInput.read(request);
        Validated validated = settings.check(input, stored);
        if (validated instanceof Validated.Valid valid) {
            return Optional.of(settings.save(valid));
        }
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        MailboxKind shown = stored.map(ServerForm::kind).orElse(kind);
        show(request, response, shown, stored, FormValues.typed(input), ((Validated.Invalid) validated).errors());
        return Optional.empty();
    }

    private void show(
            HttpServletRequest request,
            HttpServletResponse response,
            MailboxKind kind,
            Optional<MailServer> stored,
            Map<String, Object> values,
            List<FieldError> errors)
            throws IOException {
        Map<String, Object> data = new HashMap<>();
        data.put("id", stored.map(server -> server.id().toString()).orElse(""));
        data.put("kind", kind.name());
        data.put("title", title(kind, stored));
        data.put("values", values);
        data.put("errors", messages(errors));
        data.put(
                "protocols", kind.protocols().stream().map(ServerForm::protocol).toList());
        data.put("policies", kind.policies().stream().map(Enum::name).toList());
        data.put(
                "presets",
                Preset.of(kind).stream().map(preset -> preset(preset, kind)).toList());
        data.put(
                "clients",
                clients.all().stream()
                        .map(client -> Map.of("id", client.id(), "name", client.name()))
                        .toList());
        screens.render(request, response, "Form.page", data);
    }

    private String title(MailboxKind kind, Optional<MailServer> stored) {
        return stored.map(server -> screens.text("form.title.edit", server.name()))
                .orElseGet(() -> screens.text(kind == MailboxKind.POP ? "add.pop" : "add.imap"));
    }

    private String defaultName(MailboxKind kind) {
        return screens.text(kind == MailboxKind.POP ? "name.pop" : "name.imap");
    }

    private Map<String, Object> messages(List<FieldError> errors) {
        Map<String, Object> messages = new HashMap<>();
        errors.forEach(error ->
                messages.put(error.field().path(), texts.message(error.code().id(), error.arguments())));
        return messages;
    }

    private static Map<String, Object> protocol(org.incomingmail.engine.server.Protocol protocol) {
        return Map.of(
                "name", protocol.name(),
                "port", String.valueOf(protocol.defaultPort()),
                "secure", protocol.secure());
    }

    private static Map<String, Object> preset(Preset preset, MailboxKind kind) {
        return Map.of(
                "name", preset.name(),
                "title", preset.title(),
                "host", preset.host(kind).orElse(""),
                "passwords", preset.passwords());
    }

    private static MailboxKind kind(MailServer server) {
        return MailboxKind.of(server.endpoint().protocol());
    }
}

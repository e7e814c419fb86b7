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
import org.incomingmail.confluence.authorization.Draft;
import org.incomingmail.confluence.settings.CodeTexts;
import org.incomingmail.engine.server.FieldError;
import org.incomingmail.engine.server.MailServer;
import org.incomingmail.engine.server.MailboxKind;
import org.incomingmail.engine.server.Preset;
import org.incomingmail.engine.server.Protocol;

/** Shows the form of a mail server. */
@Named
public class FormPage {
    private final Screens screens;
    private final AuthenticationPart authentication;
    private final CodeTexts texts;

    @Inject
    public FormPage(Screens screens, AuthenticationPart authentication, CodeTexts texts) {
        this.screens = screens;
        this.authentication = authentication;
        this.texts = texts;
    }

    FormState fresh(MailboxKind kind) {
        String name = screens.text(kind == MailboxKind.POP ? "name.pop" : "name.imap");
        return new FormState(kind, Optional.empty(), Optional.empty(), FormValues.fresh(kind, name), List.of());
    }

    void show(HttpServletRequest request, HttpServletResponse response, FormState form) throws IOException {
        MailboxKind kind = form.kind();
        Map<String, Object> data = new HashMap<>();
        data.put("id", form.stored().map(server -> server.id().toString()).orElse(""));
        data.put("draft", form.draft().map(Draft::key).orElse(""));
        data.put(
                "keepsPassword",
                form.draft().flatMap(draft -> draft.input().password()).isPresent());
        data.put("kind", kind.name());
        data.put("title", title(kind, form.stored()));
        data.put("values", form.values());
        data.put("errors", messages(form.errors()));
        data.put("protocols", kind.protocols().stream().map(FormPage::protocol).toList());
        data.put("policies", kind.policies().stream().map(Enum::name).toList());
        data.put(
                "presets",
                Preset.of(kind).stream().map(preset -> preset(preset, kind)).toList());
        data.put("authentication", authentication.of(form));
        screens.render(request, response, "Form.page", data);
    }

    private String title(MailboxKind kind, Optional<MailServer> stored) {
        return stored.map(server -> screens.text("form.title.edit", server.name()))
                .orElseGet(() -> screens.text(kind == MailboxKind.POP ? "add.pop" : "add.imap"));
    }

    private Map<String, Object> messages(List<FieldError> errors) {
        Map<String, Object> messages = new HashMap<>();
        errors.forEach(error ->
                messages.put(error.field().path(), texts.message(error.code().id(), error.arguments())));
        return messages;
    }

    private static Map<String, Object> protocol(Protocol protocol) {
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
}

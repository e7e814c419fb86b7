package org.incomingmail.dev.services.mail;

import com.atlassian.mail.server.MailServerManager;
import com.atlassian.mail.server.SMTPMailServer;
import com.atlassian.sal.api.pluginsettings.PluginSettings;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The outgoing mail server of the instance, kept in its settings. */
public final class OutgoingMail implements MailServerManager {
    private static final String SETTING = "outgoing-mail";
    private final PluginSettings settings;

    public OutgoingMail(PluginSettingsFactory settings) {
        this.settings = settings.createSettingsForKey("host");
    }

    /** Sends everything through this server from now on. */
    public void configure(String host, int port, String from) {
        configure(new SmtpServer(host, port, from));
    }

    /** Sends everything through this server from now on. */
    public void configure(SmtpServer server) {
        Map<String, String> stored = new HashMap<>();
        stored.put("host", server.host());
        stored.put("port", String.valueOf(server.port()));
        stored.put("from", server.from());
        server.login().ifPresent(login -> {
            stored.put("username", login.username());
            stored.put("password", login.password());
        });
        settings.put(SETTING, stored);
    }

    public Optional<SmtpServer> server() {
        return settings.get(SETTING) instanceof Map<?, ?> stored
                ? Optional.of(new SmtpServer(
                        String.valueOf(stored.get("host")),
                        Integer.parseInt(String.valueOf(stored.get("port"))),
                        String.valueOf(stored.get("from")),
                        login(stored)))
                : Optional.empty();
    }

    private static Optional<SmtpServer.Login> login(Map<?, ?> stored) {
        return stored.get("username") instanceof String username && stored.get("password") instanceof String password
                ? Optional.of(new SmtpServer.Login(username, password))
                : Optional.empty();
    }

    @Override
    public @Nullable SMTPMailServer getDefaultSMTPMailServer() {
        return server().orElse(null);
    }

    @Override
    public boolean isDefaultSMTPMailServerDefined() {
        return server().isPresent();
    }
}

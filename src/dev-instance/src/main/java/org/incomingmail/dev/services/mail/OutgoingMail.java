package org.incomingmail.dev.services.mail;

import com.atlassian.mail.server.MailServerManager;
import com.atlassian.mail.server.SMTPMailServer;
import com.atlassian.sal.api.pluginsettings.PluginSettings;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;
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
        settings.put(SETTING, Map.of("host", host, "port", String.valueOf(port), "from", from));
    }

    public Optional<SmtpServer> server() {
        return settings.get(SETTING) instanceof Map<?, ?> stored
                ? Optional.of(new SmtpServer(
                        String.valueOf(stored.get("host")),
                        Integer.parseInt(String.valueOf(stored.get("port"))),
                        String.valueOf(stored.get("from"))))
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

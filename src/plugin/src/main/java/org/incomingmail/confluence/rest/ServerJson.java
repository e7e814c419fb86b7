package org.incomingmail.confluence.rest;

import java.util.Map;
import javax.inject.Inject;
import javax.inject.Named;
import org.incomingmail.confluence.settings.AuthorizationNeeded;
import org.incomingmail.confluence.settings.CodeTexts;
import org.incomingmail.confluence.settings.ServerSettings;
import org.incomingmail.confluence.settings.TokenHealths;
import org.incomingmail.engine.server.Authentication;
import org.incomingmail.engine.server.AuthenticationType;
import org.incomingmail.engine.server.Endpoint;
import org.incomingmail.engine.server.MailServer;
import org.incomingmail.engine.server.Reading;
import org.incomingmail.engine.server.ServerState;

/** Writes mail servers as JSON, without their passwords. */
@Named
public class ServerJson {
    private final ServerSettings settings;
    private final CodeTexts texts;
    private final TokenHealths healths;
    private final HealthJson health;

    @Inject
    public ServerJson(ServerSettings settings, CodeTexts texts, TokenHealths healths, HealthJson health) {
        this.settings = settings;
        this.texts = texts;
        this.healths = healths;
        this.health = health;
    }

    Map<String, Object> write(MailServer server) {
        Endpoint endpoint = server.endpoint();
        Reading reading = server.reading();
        return Json.object()
                .with("id", server.id().value())
                .with("name", server.name())
                .with("toAddress", server.toAddress())
                .with("protocol", endpoint.protocol())
                .with("hostname", endpoint.hostname())
                .with("port", endpoint.port())
                .with("authentication", authentication(server))
                .with("username", server.username())
                .with("enabled", server.enabled())
                .with("folder", reading.folder())
                .with("afterProcessing", reading.afterProcessing())
                .with("moveToFolder", reading.moveToFolder())
                .with("pollSeconds", reading.pollInterval().toSeconds())
                .with("onlyNewMail", reading.since() != null)
                .with("defaultSpaceKey", server.publishing().defaultSpaceKey())
                .with("parentPageId", server.publishing().parentPageId())
                .with("notifyWatchers", server.publishing().notifyWatchers())
                .with("tls", tls(endpoint))
                .with("timeouts", timeouts(endpoint))
                .with("state", state(server, settings.state(server)))
                .map();
    }

    private Map<String, Object> state(MailServer server, ServerState state) {
        Json json = Json.object()
                .with("status", state.status())
                .with("since", state.since())
                .with("lastCheck", state.lastCheck())
                .with("nextCheck", state.nextCheck())
                .with("pushed", settings.pushed(server))
                .with("node", settings.node(server))
                .with("consecutiveFailures", state.consecutiveFailures());
        if (server.authentication() instanceof Authentication.OAuth2) {
            json.with("authorizationNeeded", AuthorizationNeeded.by(server, state));
        }
        String code = state.lastCode();
        if (code != null) {
            json.with("code", code)
                    .with("message", texts.message(code, state.lastArguments()))
                    .with("serverSaid", state.lastDetail());
        }
        return json.map();
    }

    private Map<String, Object> authentication(MailServer server) {
        Json json = Json.object().with("type", AuthenticationType.of(server.authentication()));
        if (server.authentication() instanceof Authentication.OAuth2 oauth) {
            json.with("clientId", oauth.clientId())
                    .with("grant", oauth.grant())
                    .with("authorization", healths.of(server).map(health::write));
        }
        return json.map();
    }

    private static Map<String, Object> tls(Endpoint endpoint) {
        return Json.object()
                .with("startTls", endpoint.startTls())
                .with("caCertificates", endpoint.caCertificates())
                .map();
    }

    private static Map<String, Object> timeouts(Endpoint endpoint) {
        return Json.object()
                .with("connectSeconds", endpoint.connectTimeout().toSeconds())
                .with("readSeconds", endpoint.readTimeout().toSeconds())
                .map();
    }
}

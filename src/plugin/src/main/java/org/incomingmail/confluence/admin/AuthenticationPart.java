package org.incomingmail.confluence.admin;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.inject.Inject;
import javax.inject.Named;
import org.incomingmail.confluence.authorization.ClientFacts;
import org.incomingmail.confluence.authorization.Draft;
import org.incomingmail.confluence.authorization.Draft.Outcome;
import org.incomingmail.confluence.settings.TokenHealth;
import org.incomingmail.confluence.settings.TokenHealths;
import org.incomingmail.engine.connection.provider.TokenCode;
import org.incomingmail.engine.server.Authentication;
import org.incomingmail.engine.server.Authentication.Grant;
import org.incomingmail.engine.server.Field;
import org.incomingmail.engine.server.MailServer;
import org.incomingmail.engine.server.OAuth2Client;
import org.incomingmail.engine.server.OAuth2Clients;

/** The part of the form about authentication: what there is to choose, and what came of authorizing. */
@Named
public class AuthenticationPart {
    private final OAuth2Clients clients;
    private final ClientFacts facts;
    private final TokenHealths healths;
    private final HealthView view;

    @Inject
    public AuthenticationPart(OAuth2Clients clients, ClientFacts facts, TokenHealths healths, HealthView view) {
        this.clients = clients;
        this.facts = facts;
        this.healths = healths;
        this.view = view;
    }

    Map<String, Object> of(FormState form) {
        List<OAuth2Client> all = clients.all();
        String chosen = Choice.in(form.values());
        Map<String, Object> part = new HashMap<>();
        part.put("chosen", chosen);
        part.put("offered", facts.offered());
        part.put("appOnly", Grant.CLIENT_CREDENTIALS.name().equals(form.values().get(Field.GRANT.path())));
        List<Map<String, Object>> shown = new ArrayList<>();
        all.forEach(client -> shown.add(client(client, form, chosen)));
        part.put("clients", shown);
        if (!chosen.equals(Choice.BASIC) && shown.stream().noneMatch(client -> chosen.equals(client.get("choice")))) {
            part.put("gone", gone(form));
        }
        result(form).ifPresent(result -> part.put("result", result));
        return part;
    }

    private Map<String, Object> client(OAuth2Client client, FormState form, String chosen) {
        ClientScopes scopes = new ClientScopes(client, SecureProtocol.of(form.kind()));
        String choice = Choice.of(client.id());
        Map<String, Object> shown = new HashMap<>();
        shown.put("choice", choice);
        shown.put("name", client.name());
        shown.put("chosen", choice.equals(chosen));
        shown.put("scopes", client.scopes());
        shown.put("needed", scopes.needed());
        shown.put("lacking", scopes.lacking());
        shown.put("appOnlyPermission", scopes.applicationPermission());
        shown.put("appOnlyOffered", clients.offerAppOnly(client));
        shown.put("oauthId", facts.oauthId(client.id()).orElse(""));
        return shown;
    }

    private Map<String, Object> gone(FormState form) {
        String id = String.valueOf(form.values().get(Field.CLIENT.path()));
        Map<String, Object> gone = new HashMap<>();
        gone.put("choice", Choice.of(id));
        gone.put("name", id);
        if (facts.offered()) {
            gone.put("reason", view.reason(TokenCode.CLIENT_MISSING.id(), List.of(id, ""), null));
        }
        return gone;
    }

    /** What came of authorizing in this form, else what stands for the stored server. */
    private Optional<Map<String, Object>> result(FormState form) {
        Optional<Outcome> outcome = form.draft().map(Draft::outcome);
        if (outcome.isPresent() && outcome.get() instanceof Outcome.Authorized authorized) {
            Authentication.OAuth2 oauth =
                    new Authentication.OAuth2(authorized.clientId(), authorized.tokenId(), Grant.AUTHORIZATION_CODE);
            return Optional.of(result("AUTHORIZED", healths.of(oauth, SecureProtocol.of(form.kind())), form));
        }
        if (outcome.isPresent() && outcome.get() instanceof Outcome.Refused refused) {
            Map<String, Object> result = new HashMap<>();
            result.put("state", "REFUSED");
            result.put("reason", view.reason(refused.code(), refused.arguments(), refused.said()));
            return Optional.of(result);
        }
        if (outcome.isPresent()) {
            return Optional.of(Map.of("state", "BEGUN"));
        }
        return form.stored().flatMap(server -> stored(server, form));
    }

    private Optional<Map<String, Object>> stored(MailServer server, FormState form) {
        return healths.of(server)
                .map(health -> result(health.authorized() ? "STORED" : "NOT_AUTHORIZED", health, form));
    }

    private Map<String, Object> result(String state, TokenHealth health, FormState form) {
        Map<String, Object> result = new HashMap<>();
        result.put("state", state);
        result.put("choice", Choice.of(health.clientId()));
        result.put("health", view.of(health));
        Object username = form.values().get(Field.USERNAME.path());
        String account = health.account();
        if (account != null && username != null && !account.equalsIgnoreCase(username.toString())) {
            result.put("otherAccount", true);
        }
        return result;
    }
}

package org.incomingmail.confluence.settings;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import javax.inject.Named;
import org.incomingmail.confluence.authorization.Draft;
import org.incomingmail.confluence.nodes.NodeView;
import org.incomingmail.engine.delivery.FetchReport;
import org.incomingmail.engine.delivery.Fetching;
import org.incomingmail.engine.policy.Policies;
import org.incomingmail.engine.server.MailServer;
import org.incomingmail.engine.server.MailServerId;
import org.incomingmail.engine.server.MailServerInput;
import org.incomingmail.engine.server.MailServers;
import org.incomingmail.engine.server.OAuth2Clients;
import org.incomingmail.engine.server.ServerState;
import org.incomingmail.engine.server.Validated;
import org.incomingmail.engine.server.Validation;
import org.incomingmail.engine.wiki.Wiki;

/** The configured mail servers, as an administrator changes them. */
@Named
public class ServerSettings {
    private final MailServers servers;
    private final Fetching fetching;
    private final NodeView nodes;
    private final Validation validation;
    private final Policies policies;

    @Inject
    public ServerSettings(
            MailServers servers,
            Fetching fetching,
            NodeView nodes,
            Wiki wiki,
            OAuth2Clients clients,
            Policies policies) {
        this.nodes = nodes;
        this.servers = servers;
        this.fetching = fetching;
        this.policies = policies;
        this.validation = new Validation(wiki, clients, InstantSource.system());
    }

    public List<MailServer> all() {
        return servers.all();
    }

    public Optional<MailServer> find(MailServerId id) {
        return servers.find(id);
    }

    /** Whether a node is told by the mail server when mail arrives (IMAP IDLE). */
    public boolean pushed(MailServer server) {
        return nodes.listens(server.id());
    }

    /** The node that looks after it, when there are several. */
    public Optional<String> node(MailServer server) {
        return nodes.nodeOf(server);
    }

    public ServerState state(MailServer server) {
        return fetching.state(server.id());
    }

    /** Checks without saving. With a stored server, what is left out of the secrets is the stored one's. */
    public Validated check(MailServerInput input, Optional<MailServer> stored) {
        return stored.map(server -> validation.replaced(input, server, hasPassword(server)))
                .orElseGet(() -> validation.added(input));
    }

    /** The same with what its form's draft knows besides: who authorized, and a password typed before that. */
    public Validated check(MailServerInput input, Optional<MailServer> stored, Optional<Draft> draft) {
        Optional<Drafted> drafted = draft.map(Drafted::new);
        Validated checked = check(drafted.map(known -> known.completed(input)).orElse(input), stored);
        return drafted.isPresent() && checked instanceof Validated.Valid valid
                ? drafted.get().authorized(valid)
                : checked;
    }

    /** Saves a checked input; forgets failures of the former settings. */
    public MailServer save(Validated.Valid valid) {
        MailServer server = valid.server();
        if (server.id().equals(MailServerId.UNSAVED)) {
            return servers.add(server, valid.password());
        }
        MailServer saved = servers.replace(server, valid.password());
        fetching.reset(saved.id());
        return saved;
    }

    public void enable(MailServer server, boolean enabled) {
        servers.setEnabled(server.id(), enabled);
        if (enabled) {
            fetching.reset(server.id());
        }
    }

    public void remove(MailServer server) {
        servers.remove(server.id());
        policies.remove(server.id());
    }

    public Optional<FetchReport> fetchNow(MailServer server) {
        return fetching.fetchNow(server.id());
    }

    /** The password for a test: the one just typed, else the stored one. */
    Optional<String> password(Validated.Valid draft) {
        return draft.password().or(() -> stored(draft.server()));
    }

    private Optional<String> stored(MailServer server) {
        return server.id().equals(MailServerId.UNSAVED) ? Optional.empty() : servers.password(server.id());
    }

    private boolean hasPassword(MailServer server) {
        try {
            return servers.password(server.id()).isPresent();
        } catch (IllegalStateException unreadable) {
            // the key is gone, after a restore for example: typing the password again mends it
            return false;
        }
    }
}

package org.incomingmail.confluence.storage;

import com.atlassian.activeobjects.external.ActiveObjects;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import javax.inject.Inject;
import javax.inject.Named;
import net.java.ao.DBParam;
import net.java.ao.Query;
import org.incomingmail.engine.policy.Policies;
import org.incomingmail.engine.policy.Policy;
import org.incomingmail.engine.policy.PolicyPaths;
import org.incomingmail.engine.policy.PolicyReader;
import org.incomingmail.engine.server.MailServerId;

/** The rules of mail servers in the host's database. */
@Named
public class ActiveObjectsPolicies implements Policies {
    private final ActiveObjects ao;
    private final PolicyReader reader = PolicyReader.ofStored();
    private final Briefly<MailServerId, Policy> known = new Briefly<>();

    @Inject
    public ActiveObjectsPolicies(ActiveObjects ao) {
        this.ao = ao;
    }

    @Override
    public Policy of(MailServerId server) {
        return known.get(server, () -> read(server));
    }

    private Policy read(MailServerId server) {
        return row(server)
                .map(row -> policy(server, Objects.requireNonNullElse(row.getSettings(), "")))
                .orElseGet(Policy::standard);
    }

    /** Rules that can't be read must not turn into none: then nothing is published until they are saved anew. */
    private Policy policy(MailServerId server, String settings) {
        PolicyReader.Outcome outcome = reader.read(PolicyText.read(settings));
        if (outcome instanceof PolicyReader.Outcome.Read read) {
            return read.policy();
        }
        throw new IllegalStateException("The rules of mail server " + server + " can't be read: "
                + ((PolicyReader.Outcome.Wrong) outcome).errors());
    }

    @Override
    public void put(MailServerId server, Policy policy) {
        String settings = PolicyText.write(PolicyPaths.of(policy));
        known.changing();
        ao.executeInTransaction(() -> {
            PolicyRow row =
                    row(server).orElseGet(() -> ao.create(PolicyRow.class, new DBParam("SERVER_ID", server.value())));
            row.setSettings(settings);
            row.save();
            return row;
        });
    }

    @Override
    public void remove(MailServerId server) {
        known.changing();
        ao.executeInTransaction(() -> ao.deleteWithSQL(PolicyRow.class, "SERVER_ID = ?", server.value()));
    }

    private Optional<PolicyRow> row(MailServerId server) {
        return Arrays.stream(ao.find(PolicyRow.class, Query.select().where("SERVER_ID = ?", server.value())))
                .findFirst();
    }
}

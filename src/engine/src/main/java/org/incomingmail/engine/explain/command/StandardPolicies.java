package org.incomingmail.engine.explain.command;

import org.incomingmail.engine.policy.Policies;
import org.incomingmail.engine.policy.Policy;
import org.incomingmail.engine.server.MailServerId;

/** The command line knows no wiki, so the rules are those of a mail server that nobody changed. */
final class StandardPolicies implements Policies {
    @Override
    public Policy of(MailServerId server) {
        return Policy.standard();
    }

    @Override
    public void put(MailServerId server, Policy policy) {
        throw new UnsupportedOperationException("Explaining writes nothing");
    }

    @Override
    public void remove(MailServerId server) {
        throw new UnsupportedOperationException("Explaining writes nothing");
    }
}

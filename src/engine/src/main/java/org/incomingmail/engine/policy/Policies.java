package org.incomingmail.engine.policy;

import org.incomingmail.engine.server.MailServerId;

/** Port: the rules of each mail server, kept by the host side. */
public interface Policies {

    /** The standard one when nobody touched it. */
    Policy of(MailServerId server);

    void put(MailServerId server, Policy policy);

    void remove(MailServerId server);
}

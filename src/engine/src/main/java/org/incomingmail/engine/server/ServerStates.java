package org.incomingmail.engine.server;

import java.util.Optional;

/** Port: how each mail server is doing, kept where every node sees it. */
public interface ServerStates {

    Optional<ServerState> find(MailServerId id);

    void put(MailServerId id, ServerState state);

    void remove(MailServerId id);
}

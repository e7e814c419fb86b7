package org.incomingmail.engine.server;

import java.util.List;
import java.util.Optional;

/** Port: the configured mail servers, kept by the host side. */
public interface MailServers {

    /** All of them, by name. */
    List<MailServer> all();

    Optional<MailServer> find(MailServerId id);

    /** Saves a new one and returns it with its id. */
    MailServer add(MailServer server, Optional<String> password);

    /** Replaces the settings; an empty password leaves the stored one as it is. */
    MailServer replace(MailServer server, Optional<String> password);

    void setEnabled(MailServerId id, boolean enabled);

    /** Removes the server and its password; the journal keeps what it did. */
    void remove(MailServerId id);

    /** The stored password, decrypted; empty when there is none. */
    Optional<String> password(MailServerId id);
}

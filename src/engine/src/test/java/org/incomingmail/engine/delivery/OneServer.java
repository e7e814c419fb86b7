package org.incomingmail.engine.delivery;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.incomingmail.engine.server.MailServer;
import org.incomingmail.engine.server.MailServerId;
import org.incomingmail.engine.server.MailServers;

/** The only mail server there is. */
record OneServer(Supplier<MailServer> server) implements MailServers {
    @Override
    public List<MailServer> all() {
        return List.of(server.get());
    }

    @Override
    public Optional<MailServer> find(MailServerId id) {
        return all().stream().filter(one -> one.id().equals(id)).findFirst();
    }

    @Override
    public MailServer add(MailServer added, Optional<String> password) {
        throw new UnsupportedOperationException();
    }

    @Override
    public MailServer replace(MailServer replaced, Optional<String> password) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setEnabled(MailServerId id, boolean enabled) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void remove(MailServerId id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<String> password(MailServerId id) {
        return Optional.of("secret");
    }
}

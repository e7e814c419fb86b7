package org.incomingmail.engine.server;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Mail servers that a test gives; they are not changed through it, and the password of all is "secret". */
public record GivenServers(Supplier<Collection<MailServer>> servers) implements MailServers {

    /** The only mail server there is. */
    public static GivenServers one(Supplier<MailServer> server) {
        return new GivenServers(() -> List.of(server.get()));
    }

    @Override
    public List<MailServer> all() {
        return List.copyOf(servers.get());
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

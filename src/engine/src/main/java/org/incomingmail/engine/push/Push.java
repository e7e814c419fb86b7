package org.incomingmail.engine.push;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.incomingmail.engine.connection.CredentialSource;
import org.incomingmail.engine.connection.Mailboxes;
import org.incomingmail.engine.nodes.Duty;
import org.incomingmail.engine.server.MailServerId;
import org.incomingmail.engine.server.MailServers;
import org.incomingmail.engine.server.ServerState;

/**
 * Listens to all mailboxes whose mail server tells when mail arrives, and has them fetched at once. It comes on top of
 * the checks by schedule: what can't be listened to, or for a while not, is found by them.
 */
public final class Push implements Listening, AutoCloseable {
    private static final long GOODBYE_MILLIS = 20_000;

    /**
     * What it works with.
     *
     * @param states a mailbox is listened to only while its checks work
     * @param duty which mailboxes this node listens to
     */
    public record Ports(
            MailServers servers,
            Function<MailServerId, ServerState> states,
            CredentialSource credentials,
            Mailboxes mailboxes,
            Duty duty,
            Seats seats,
            Arrivals arrivals) {}

    private final PushLoop loop;
    private final Thread thread;

    private Push(PushLoop loop, Thread thread) {
        this.loop = loop;
        this.thread = thread;
    }

    public static Push start(Ports ports, PushTiming timing, RandomGenerator random) {
        try {
            PushLoop loop = new PushLoop(ports, timing, random);
            Thread thread = new Thread(loop, "incoming-mail-push");
            thread.setDaemon(true);
            thread.setContextClassLoader(Push.class.getClassLoader());
            thread.start();
            return new Push(loop, thread);
        } catch (IOException noSelector) {
            throw new UncheckedIOException(noSelector);
        }
    }

    @Override
    public Set<MailServerId> listening() {
        return loop.listening();
    }

    @Override
    public void close() {
        loop.stop();
        try {
            thread.join(GOODBYE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package org.incomingmail.engine.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.incomingmail.engine.connection.ConnectionFailedException;
import org.incomingmail.engine.connection.CredentialSource;
import org.incomingmail.engine.connection.Mailboxes;
import org.incomingmail.engine.delivery.Measures.Step;
import org.incomingmail.engine.mailbox.Mailbox;
import org.incomingmail.engine.mailbox.MessageHandle;
import org.incomingmail.engine.mailbox.RawMessageSink;
import org.incomingmail.engine.mailbox.SeenMessages;
import org.incomingmail.engine.server.AfterProcessing;
import org.incomingmail.engine.server.MailServer;
import org.jspecify.annotations.Nullable;

/** A mailbox whose steps are timed. What the sink does with a message is not the mail server's time. */
final class MeasuredMailbox implements Mailbox {
    private final Mailbox mailbox;
    private final MailServer server;
    private final Measures measures;
    private long inSink;

    private MeasuredMailbox(Mailbox mailbox, MailServer server, Measures measures) {
        this.mailbox = mailbox;
        this.server = server;
        this.measures = measures;
    }

    static Mailbox open(Mailboxes mailboxes, MailServer server, CredentialSource credentials, Measures measures)
            throws ConnectionFailedException {
        long start = System.nanoTime();
        Mailbox opened = mailboxes.open(server, credentials);
        measures.took(server, Step.CONNECT, Duration.ofNanos(System.nanoTime() - start));
        return new MeasuredMailbox(opened, server, measures);
    }

    private void took(Step step, long start) {
        measures.took(server, step, Duration.ofNanos(System.nanoTime() - start));
    }

    @Override
    public String epoch() {
        return mailbox.epoch();
    }

    @Override
    public List<MessageHandle> list(SeenMessages seen) throws ConnectionFailedException {
        long start = System.nanoTime();
        List<MessageHandle> messages = mailbox.list(seen);
        took(Step.LIST, start);
        return messages;
    }

    @Override
    public void fetch(List<MessageHandle> messages, RawMessageSink sink) throws ConnectionFailedException {
        long start = System.nanoTime();
        inSink = 0;
        mailbox.fetch(messages, (message, raw) -> {
            long taken = System.nanoTime();
            boolean more = sink.accept(message, raw);
            inSink += System.nanoTime() - taken;
            return more;
        });
        took(Step.FETCH, start + inSink);
    }

    @Override
    public Set<String> settle(List<MessageHandle> processed, AfterProcessing policy, @Nullable String moveToFolder)
            throws ConnectionFailedException {
        long start = System.nanoTime();
        Set<String> certain = mailbox.settle(processed, policy, moveToFolder);
        took(Step.SETTLE, start);
        return certain;
    }

    @Override
    public Duration loginDelay() {
        return mailbox.loginDelay();
    }

    @Override
    public void close() {
        mailbox.close();
    }
}

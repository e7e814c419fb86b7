package org.incomingmail.acceptance.kill;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.incomingmail.engine.connection.ConnectionFailedException;
import org.incomingmail.engine.mailbox.Mailbox;
import org.incomingmail.engine.mailbox.MessageHandle;
import org.incomingmail.engine.mailbox.RawMessageSink;
import org.incomingmail.engine.mailbox.SeenMessages;
import org.incomingmail.engine.server.AfterProcessing;
import org.jspecify.annotations.Nullable;

/** A mailbox with a step before and after each message that it hands over. */
record StepwiseMailbox(FaultPoints points, Mailbox mailbox) implements Mailbox {
    @Override
    public String epoch() {
        return mailbox.epoch();
    }

    @Override
    public List<MessageHandle> list(SeenMessages seen) throws ConnectionFailedException {
        return mailbox.list(seen);
    }

    @Override
    public void fetch(List<MessageHandle> messages, RawMessageSink sink) throws ConnectionFailedException {
        mailbox.fetch(messages, (message, raw) -> {
            points.reach("before a message");
            boolean more = sink.accept(message, raw);
            points.reach("after a message");
            return more;
        });
    }

    @Override
    public Set<String> settle(List<MessageHandle> processed, AfterProcessing policy, @Nullable String moveToFolder)
            throws ConnectionFailedException {
        return mailbox.settle(processed, policy, moveToFolder);
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

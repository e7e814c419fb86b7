package org.incomingmail.engine.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.incomingmail.engine.connection.ConnectionFailedException;
import org.incomingmail.engine.connection.ConnectionFailure;
import org.incomingmail.engine.connection.Stage;
import org.incomingmail.engine.journal.JournalEntry.State;
import org.incomingmail.engine.mailbox.Mailbox;
import org.incomingmail.engine.mailbox.MessageHandle;
import org.incomingmail.engine.mailbox.SeenMessages;
import org.incomingmail.engine.server.MailServer;

/** One check of one mailbox under its lock: list, and for each message fetch, deliver, settle. Used once. */
final class MailboxCheck {
    private final CheckTools tools;
    private final MailServer server;
    private final Mailbox mailbox;
    private final String epoch;
    private final CheckTools.Deadline deadline;
    private final Map<State, Integer> outcomes = new EnumMap<>(State.class);
    private int handled;
    private long highest;
    private boolean stopped;
    private Optional<ConnectionFailure> failure = Optional.empty();

    MailboxCheck(CheckTools tools, MailServer server, Mailbox mailbox) {
        this.tools = tools;
        this.server = server;
        this.mailbox = mailbox;
        this.epoch = mailbox.epoch();
        this.deadline = tools.deadline();
    }

    /** What was done and, with it, why it ended early. */
    record Result(Map<State, Integer> outcomes, int remaining, Optional<ConnectionFailure> failure) {}

    Result run() throws Exception {
        int wanted = 0;
        try {
            settle(); // what an earlier check committed but could not tell the server, or could not be sure of
            SeenMessages seen = tools.ledger().seen(server.id(), tools.clock().instant());
            boolean firstSight = seen.lowWater(epoch) == 0;
            List<MessageHandle> messages = mailbox.list(seen);
            wanted = messages.size();
            if (firstSight
                    && !server.endpoint().protocol().imap()
                    && server.reading().since() != null) {
                skipAll(messages);
            } else {
                deliverAll(messages);
            }
            raiseLowWater(messages);
        } catch (ConnectionFailedException lost) {
            failure = Optional.of(lost.failure());
        }
        return new Result(outcomes, Math.max(0, wanted - handled), failure);
    }

    /** POP3 knows no date of arrival: what is there at first sight came before "from now on". */
    private void skipAll(List<MessageHandle> messages) throws Exception {
        tools.transactions().execute(() -> {
            for (MessageHandle message : messages) {
                count(message, tools.delivery().skip(server, epoch, message, DeliveryCode.BEFORE_START, List.of()));
            }
            // at once, or what arrives before the next check would be taken for old
            tools.ledger().raiseLowWater(server.id(), epoch, 1);
            return messages;
        });
    }

    private void deliverAll(List<MessageHandle> messages) throws Exception {
        List<MessageHandle> fetchable = new ArrayList<>();
        long limit = tools.limits().messageBytes();
        for (MessageHandle message : messages) {
            if (message.size() > limit) {
                count(message, tooLarge(message, message.size()));
            } else if (fetchable.size() < tools.limits().messages()) {
                fetchable.add(message);
            }
        }
        for (int from = 0;
                from < fetchable.size() && !stopped;
                from += tools.limits().batch()) {
            List<MessageHandle> batch = fetchable.subList(
                    from, Math.min(fetchable.size(), from + tools.limits().batch()));
            mailbox.fetch(batch, this::take);
            settle();
        }
    }

    private boolean take(MessageHandle message, InputStream raw) throws IOException {
        if (deadline.over() || diskFull(message.size())) {
            stopped = true;
            return false;
        }
        // a network failure while spooling is the connection's, not the message's: it claims nothing
        try (Spooled spooled = tools.spool().take(raw, tools.limits().messageBytes())) {
            count(message, tools.delivery().deliver(server, epoch, message, spooled));
        } catch (Spool.TooLarge tooLarge) {
            count(message, quietly(() -> tooLarge(message, tooLarge.size())));
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new LedgerFailedException(e);
        }
        return true;
    }

    private Optional<State> tooLarge(MessageHandle message, long size) throws Exception {
        List<String> sizes =
                List.of(Limits.mebibytes(size), Limits.mebibytes(tools.limits().messageBytes()));
        return tools.delivery().skip(server, epoch, message, DeliveryCode.TOO_LARGE, sizes);
    }

    private boolean diskFull(long size) throws IOException {
        long free = tools.spool().freeDisk();
        long needed = tools.limits().freeDisk() + Math.max(size, 0);
        if (free >= needed) {
            return false;
        }
        failure = Optional.of(new ConnectionFailure(
                Stage.MAILBOX,
                DeliveryCode.DISK_FULL,
                true,
                false,
                Optional.empty(),
                List.of(Limits.mebibytes(free), Limits.mebibytes(needed)),
                Optional.empty()));
        return true;
    }

    private void count(MessageHandle message, Optional<State> outcome) {
        handled++;
        outcome.ifPresent(state -> outcomes.merge(state, 1, Integer::sum));
        if (server.endpoint().protocol().imap()) {
            highest = Math.max(highest, Long.parseLong(message.uid()));
        }
    }

    private void settle() throws Exception {
        List<String> uids = tools.ledger().unsettled(server.id(), epoch);
        if (uids.isEmpty()) {
            return;
        }
        try {
            markSettled(mailbox.settle(
                    uids.stream().map(uid -> new MessageHandle(uid, -1, null)).toList(),
                    server.reading().afterProcessing(),
                    server.reading().moveToFolder()));
        } catch (ConnectionFailedException refused) {
            // mail can still be read: a missing folder to move to must not stop delivery
            failure = Optional.of(refused.failure());
        }
    }

    private void markSettled(Collection<String> uids) throws Exception {
        if (uids.isEmpty()) {
            return;
        }
        tools.transactions().execute(() -> {
            tools.ledger().settled(server.id(), epoch, uids, tools.clock().instant());
            return uids;
        });
    }

    private void raiseLowWater(List<MessageHandle> listed) throws Exception {
        boolean complete = handled == listed.size();
        OptionalLong open = new LeftBehind(tools, server, epoch)
                .conclude(listed.stream().map(MessageHandle::uid).collect(Collectors.toSet()));
        long done = open.isPresent() ? Math.min(open.getAsLong() - 1, highest) : highest;
        if (!server.endpoint().protocol().imap()) {
            done = 1; // the mailbox was seen
        }
        long mark = done;
        if (complete && mark > 0) {
            tools.transactions().execute(() -> {
                tools.ledger().raiseLowWater(server.id(), epoch, mark);
                return mark;
            });
        }
    }

    private static <T> T quietly(java.util.concurrent.Callable<T> work) {
        try {
            return work.call();
        } catch (Exception e) {
            throw new LedgerFailedException(e);
        }
    }

    /** The database failed: nothing more can be done safely. */
    static final class LedgerFailedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        LedgerFailedException(Throwable cause) {
            super(cause);
        }
    }
}

package org.incomingmail.engine.mailbox.imap;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.incomingmail.engine.connection.wire.ServerRefusalException;
import org.incomingmail.engine.mailbox.MessageHandle;
import org.incomingmail.engine.mailbox.RawMessageSink;
import org.jspecify.annotations.Nullable;

/**
 * Streams messages out: small ones many per command, each handed on as it arrives; large ones in parts. Memory holds one
 * small message or one part, unless a server answers out of order; then at most one batch.
 */
final class ImapFetching {
    private static final long LARGE = 1 << 20;
    private static final long BATCH_BYTES = 4 << 20;
    private static final int BATCH_MESSAGES = 100;
    private static final int MOST_REFUSALS = 3;

    private final ImapConnection imap;
    private final RawMessageSink sink;
    private boolean going = true;
    private int refusals;

    @Nullable
    private ServerRefusalException refusal;

    ImapFetching(ImapConnection imap, RawMessageSink sink) {
        this.imap = imap;
        this.sink = sink;
    }

    void fetch(List<MessageHandle> messages) throws IOException {
        List<MessageHandle> batch = new ArrayList<>();
        long bytes = 0;
        for (MessageHandle message : messages) {
            boolean large = message.size() > LARGE;
            if (large || bytes + message.size() > BATCH_BYTES || batch.size() == BATCH_MESSAGES) {
                fetchBatch(batch);
                batch.clear();
                bytes = 0;
            }
            if (!going) {
                return;
            }
            if (large) {
                unlessRefused(() -> fetchInParts(message));
            } else {
                batch.add(message);
                bytes += message.size();
            }
        }
        fetchBatch(batch);
        if (refusal != null) {
            throw refusal;
        }
    }

    private void fetchBatch(List<MessageHandle> batch) throws IOException {
        if (batch.isEmpty() || !going) {
            return;
        }
        InOrder inOrder = new InOrder(batch);
        int before = refusals;
        unlessRefused(() -> fetch(batch, inOrder));
        List<MessageHandle> left = refusals > before && batch.size() > 1 ? inOrder.left() : List.of();
        for (MessageHandle one : left) {
            if (going) {
                unlessRefused(() -> fetch(List.of(one), new InOrder(List.of(one))));
            }
        }
    }

    private void fetch(List<MessageHandle> batch, InOrder inOrder) throws IOException {
        List<Long> uids =
                batch.stream().map(message -> Long.parseLong(message.uid())).toList();
        for (String set : UidSet.of(uids)) {
            imap.command("UID FETCH " + set + " (UID BODY.PEEK[])", inOrder);
        }
        inOrder.rest();
    }

    /** One message that the server cannot give must not hold up all that come after it. */
    private void unlessRefused(Step step) throws IOException {
        try {
            step.take();
        } catch (ServerRefusalException refused) {
            refusal = refused;
            if (++refusals >= MOST_REFUSALS) {
                throw refused;
            }
        }
    }

    private interface Step {
        void take() throws IOException;
    }

    private void fetchInParts(MessageHandle message) throws IOException {
        ImapPartsInput parts = new ImapPartsInput(imap, message.uid());
        if (parts.isThere()) {
            hand(message, parts);
            parts.throwFailure();
        }
    }

    private void hand(MessageHandle message, InputStream raw) throws IOException {
        try {
            going = sink.accept(message, raw);
        } catch (IOException failed) {
            if (raw instanceof ImapPartsInput parts) {
                parts.throwFailure();
            }
            // not the server's doing: the spool's
            imap.breakOff();
            throw new UncheckedIOException(failed);
        }
    }

    /** Hands on in the order asked for. Servers answer by sequence number, which is nearly always that order. */
    private final class InOrder implements Replies {
        private final List<MessageHandle> batch;
        private final Map<String, InputStream> early = new HashMap<>();
        private int next;

        InOrder(List<MessageHandle> batch) {
            this.batch = List.copyOf(batch);
        }

        @Override
        public void fetched(Fetched message) throws IOException {
            InputStream body = message.body();
            if (!going || body == null) {
                return;
            }
            early.putIfAbsent(Long.toString(message.uid()), body);
            for (InputStream raw = take(); going && raw != null; raw = take()) {
                hand(batch.get(next++), raw);
            }
        }

        /** What was not handed on. */
        List<MessageHandle> left() {
            return batch.subList(next, batch.size());
        }

        void rest() throws IOException {
            for (; going && next < batch.size(); next++) {
                InputStream raw = take();
                if (raw != null) {
                    hand(batch.get(next), raw);
                }
            }
        }

        @Nullable
        private InputStream take() {
            return next < batch.size() ? early.remove(batch.get(next).uid()) : null;
        }
    }
}

package org.incomingmail.engine.mailbox.imap;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.incomingmail.engine.connection.wire.ProtocolViolationException;
import org.incomingmail.engine.connection.wire.ServerRefusalException;
import org.incomingmail.engine.mailbox.MessageHandle;
import org.incomingmail.engine.mailbox.RawMessageSink;
import org.jspecify.annotations.Nullable;

/**
 * Streams messages out: small ones many per command, each handed on as it arrives, and the next are asked for before
 * they are over (RFC 3501 5.5); large ones in parts. Memory holds one small message or one part, unless a server answers
 * out of order; then at most what was asked for, and never more than a bound, as sizes are only what the server says.
 */
final class ImapFetching {
    private static final int MOST_REFUSALS = 3;
    /** Asked for at a time: 16 MB under way are 800 MB a second over 20 ms, and wait at the server, not here. */
    private static final int BATCHES = 4;

    private static final long MOST_WAITING = 32 << 20;

    private final ImapConnection imap;
    private final RawMessageSink sink;
    private final List<MessageHandle> again = new ArrayList<>();
    private boolean going = true;
    private int refusals;

    @Nullable
    private ServerRefusalException refusal;

    ImapFetching(ImapConnection imap, RawMessageSink sink) {
        this.imap = imap;
        this.sink = sink;
    }

    void fetch(List<MessageHandle> messages) throws IOException {
        fetchAll(ImapBatch.of(messages));
        // one message that the server cannot give must not hold up those that were asked for with it
        for (MessageHandle message : again) {
            fetchAll(ImapBatch.of(List.of(message)));
        }
        if (refusal != null) {
            throw refusal;
        }
    }

    private void fetchAll(List<ImapBatch> batches) throws IOException {
        for (int i = 0; i < batches.size(); i++) {
            ImapBatch batch = batches.get(i);
            if (!going && !batch.isAsked()) {
                return;
            }
            if (batch.isLarge()) {
                unlessRefused(() -> fetchInParts(batch.first()));
                continue;
            }
            hear(batch, asked(batches.subList(i, batches.size())));
        }
    }

    /** Asks for the first ones, and gives all that were asked for. */
    private List<ImapBatch> asked(List<ImapBatch> batches) throws IOException {
        List<ImapBatch> asked = new ArrayList<>(BATCHES);
        for (ImapBatch batch : batches) {
            if (batch.isLarge() || asked.size() == BATCHES || !going && !batch.isAsked()) {
                break;
            }
            batch.ask(imap);
            asked.add(batch);
        }
        return asked;
    }

    private void hear(ImapBatch batch, List<ImapBatch> asked) throws IOException {
        int before = refusals;
        Replies replies = new Replies() {
            @Override
            public void fetched(Fetched message) throws IOException {
                String uid = Long.toString(message.uid());
                InputStream body = message.body();
                if (going && body != null) {
                    for (ImapBatch each : asked) {
                        each.arrived(uid, body);
                    }
                    handOn(batch);
                    bound(asked.stream().mapToLong(ImapBatch::waiting).sum());
                }
            }
        };
        for (String tag : batch.tags()) {
            unlessRefused(() -> imap.finish(tag, replies));
        }
        if (refusals > before && batch.isMany()) {
            again.addAll(batch.left());
        } else {
            rest(batch);
        }
    }

    private void bound(long waiting) throws ProtocolViolationException {
        if (waiting > MOST_WAITING) {
            imap.breakOff();
            throw new ProtocolViolationException(
                    "more than " + MOST_WAITING + " bytes before the messages that were asked for first");
        }
    }

    /** In the order asked for. Servers answer by sequence number, which is nearly always that order. */
    private void handOn(ImapBatch batch) throws IOException {
        for (InputStream raw = batch.body(); going && raw != null; raw = batch.body()) {
            hand(batch.pass(), raw);
        }
    }

    /** What is left when everything was said: some messages are not there any more. */
    private void rest(ImapBatch batch) throws IOException {
        while (going && !batch.left().isEmpty()) {
            InputStream raw = batch.body();
            MessageHandle message = batch.pass();
            if (raw != null) {
                hand(message, raw);
            }
        }
    }

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
}

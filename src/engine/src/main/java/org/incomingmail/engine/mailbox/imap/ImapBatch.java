package org.incomingmail.engine.mailbox.imap;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.incomingmail.engine.mailbox.MessageHandle;
import org.jspecify.annotations.Nullable;

/** Small messages that are asked for together, or one large message. */
final class ImapBatch {
    private static final long LARGE = 1 << 20;
    private static final long MOST_BYTES = 4 << 20;
    private static final int MOST_MESSAGES = 100;

    private final List<MessageHandle> messages = new ArrayList<>();
    private final Set<String> uids = new HashSet<>();
    private final Map<String, InputStream> arrived = new HashMap<>();
    private final List<String> tags = new ArrayList<>();
    private long bytes;
    private long waiting;
    private int next;

    private ImapBatch() {}

    static List<ImapBatch> of(List<MessageHandle> messages) {
        List<ImapBatch> batches = new ArrayList<>();
        for (MessageHandle message : messages) {
            ImapBatch last = batches.isEmpty() ? null : batches.get(batches.size() - 1);
            if (last == null || !last.takes(message)) {
                last = new ImapBatch();
                batches.add(last);
            }
            last.messages.add(message);
            last.uids.add(message.uid());
            last.bytes += Math.max(message.size(), 0);
        }
        return batches;
    }

    private boolean takes(MessageHandle message) {
        return !isLarge()
                && message.size() <= LARGE
                && bytes + message.size() <= MOST_BYTES
                && messages.size() < MOST_MESSAGES;
    }

    boolean isLarge() {
        return messages.get(0).size() > LARGE;
    }

    boolean isMany() {
        return messages.size() > 1;
    }

    MessageHandle first() {
        return messages.get(0);
    }

    /** Sends what asks for them, unless that was sent. */
    void ask(ImapConnection imap) throws IOException {
        if (tags.isEmpty()) {
            List<Long> numbers = messages.stream()
                    .map(message -> Long.parseLong(message.uid()))
                    .toList();
            for (String set : UidSet.of(numbers)) {
                tags.add(imap.begin("UID FETCH " + set + " (UID BODY.PEEK[])"));
            }
        }
    }

    boolean isAsked() {
        return !tags.isEmpty();
    }

    /** Of the commands that were sent. */
    List<String> tags() {
        return List.copyOf(tags);
    }

    /** A body that nobody asked for, or not any more, is not kept. */
    void arrived(String uid, InputStream body) throws IOException {
        if (uids.contains(uid) && arrived.putIfAbsent(uid, body) == null) {
            waiting += body.available(); // all of it: it is in memory
        }
    }

    /** Bytes of bodies that came before their turn. */
    long waiting() {
        return waiting;
    }

    /** The body of the message that is next, if it has arrived. */
    @Nullable
    InputStream body() throws IOException {
        InputStream body =
                next < messages.size() ? arrived.remove(messages.get(next).uid()) : null;
        waiting -= body == null ? 0 : body.available();
        return body;
    }

    /** The message that is next; from now on the one after it is. */
    MessageHandle pass() {
        MessageHandle passed = messages.get(next++);
        uids.remove(passed.uid());
        return passed;
    }

    /** Messages that were neither handed on nor passed over. */
    List<MessageHandle> left() {
        return messages.subList(next, messages.size());
    }
}

package org.incomingmail.engine.delivery;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.incomingmail.engine.mailbox.Mailbox;
import org.incomingmail.engine.mailbox.MessageHandle;
import org.incomingmail.engine.mailbox.RawMessageSink;
import org.incomingmail.engine.mailbox.SeenMessages;
import org.incomingmail.engine.server.AfterProcessing;
import org.jspecify.annotations.Nullable;

/** An IMAP folder in memory. */
final class MemoryMailbox implements Mailbox {
    final Map<Long, String> messages = new TreeMap<>();
    final Set<Long> settled = new TreeSet<>();
    final List<String> fetched = new ArrayList<>();
    Consumer<String> at = step -> {};
    String epoch = "77";
    Duration loginDelay = Duration.ZERO;
    private long nextUid = 1;

    void receive(String... subjects) {
        for (String subject : subjects) {
            messages.put(nextUid++, "Subject: " + subject + "\r\n\r\nHello " + subject + "\r\n");
        }
    }

    @Override
    public Duration loginDelay() {
        return loginDelay;
    }

    @Override
    public String epoch() {
        return epoch;
    }

    @Override
    public List<MessageHandle> list(SeenMessages seen) {
        List<MessageHandle> wanted = new ArrayList<>();
        messages.forEach((uid, raw) -> {
            String name = Long.toString(uid);
            if (uid > seen.lowWater(epoch)
                    && seen.notWanted(epoch, List.of(name)).isEmpty()) {
                wanted.add(new MessageHandle(name, raw.length(), null));
            }
        });
        return wanted;
    }

    @Override
    public void fetch(List<MessageHandle> handles, RawMessageSink sink) {
        for (MessageHandle handle : handles) {
            at.accept("fetch");
            String raw = messages.get(Long.valueOf(handle.uid()));
            if (raw == null) {
                continue;
            }
            fetched.add(handle.uid());
            try {
                if (!sink.accept(handle, new ByteArrayInputStream(raw.getBytes(StandardCharsets.UTF_8)))) {
                    return;
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public Set<String> settle(List<MessageHandle> processed, AfterProcessing policy, @Nullable String moveToFolder) {
        at.accept("settle");
        for (MessageHandle handle : processed) {
            settled.add(Long.valueOf(handle.uid())); // a real server finds moved or deleted mail gone and goes on
        }
        return processed.stream().map(MessageHandle::uid).collect(Collectors.toSet());
    }

    @Override
    public void close() {}
}

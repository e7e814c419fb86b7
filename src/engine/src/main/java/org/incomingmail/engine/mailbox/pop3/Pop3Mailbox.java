package org.incomingmail.engine.mailbox.pop3;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.incomingmail.engine.connection.ConnectionCode;
import org.incomingmail.engine.connection.ConnectionFailedException;
import org.incomingmail.engine.connection.Diagnosis;
import org.incomingmail.engine.connection.Stage;
import org.incomingmail.engine.connection.UnmetException;
import org.incomingmail.engine.connection.Visit;
import org.incomingmail.engine.connection.wire.ServerRefusalException;
import org.incomingmail.engine.mailbox.MessageHandle;
import org.incomingmail.engine.mailbox.RawMessageSink;
import org.incomingmail.engine.mailbox.SeenMessages;
import org.incomingmail.engine.server.AfterProcessing;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A POP3 maildrop. Messages are known by their unique-id; numbers are valid for this session only. */
public final class Pop3Mailbox implements Visit {
    private static final Logger LOG = LoggerFactory.getLogger(Pop3Mailbox.class);
    private static final String EPOCH = "pop3";
    private static final int MOST = 1_000_000;
    private static final int FEW = 3;
    private static final int FEW_AT_ONCE = 100;

    private final Pop3Connection pop3;
    private final Diagnosis diagnosis;
    private final Map<String, Integer> numbers;
    private final Set<String> deleted = new HashSet<>();
    private boolean broken;

    private Pop3Mailbox(Pop3Connection pop3, Diagnosis diagnosis, Map<String, Integer> numbers) {
        this.pop3 = pop3;
        this.diagnosis = diagnosis;
        this.numbers = numbers;
    }

    /** Asks for the unique-ids, once for the session. */
    public static Pop3Mailbox open(Pop3Connection pop3, Diagnosis diagnosis) throws IOException {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        pop3.command("STAT");
        try {
            listing(pop3, "UIDL", (number, uid) -> UniqueIds.add(numbers, uid, number));
        } catch (ServerRefusalException unknown) {
            throw new UnmetException(ConnectionCode.POP3_NO_UIDL, unknown.serverSaid());
        }
        return new Pop3Mailbox(pop3, diagnosis, numbers);
    }

    @Override
    public String epoch() {
        return EPOCH;
    }

    @Override
    public long exists() {
        return numbers.size();
    }

    @Override
    public List<MessageHandle> list(SeenMessages seen) throws ConnectionFailedException {
        try {
            Set<String> notWanted = seen.notWanted(EPOCH, numbers.keySet());
            Map<String, Integer> wanted = new LinkedHashMap<>(numbers);
            wanted.keySet().removeAll(notWanted);
            Map<Integer, Long> sizes = sizes(List.copyOf(wanted.values()));
            return wanted.entrySet().stream()
                    .map(one -> new MessageHandle(one.getKey(), sizes.getOrDefault(one.getValue(), -1L), null))
                    .toList();
        } catch (IOException failed) {
            throw lost(Stage.MAILBOX, failed);
        }
    }

    /** Of a few among many each is asked for: servers look at every message to list all sizes. */
    private Map<Integer, Long> sizes(List<Integer> wanted) throws IOException {
        Map<Integer, Long> sizes = new HashMap<>();
        int few = pop3.can("PIPELINING") ? FEW_AT_ONCE : FEW;
        if (wanted.isEmpty() || wanted.size() < numbers.size() && wanted.size() <= few) {
            List<String> told = pop3.sizes(wanted);
            for (int i = 0; i < wanted.size(); i++) {
                sizes.put(wanted.get(i), number(told.get(i)));
            }
        } else {
            listing(pop3, "LIST", (number, size) -> sizes.put(number, number(size)));
        }
        return sizes;
    }

    @Override
    public void fetch(List<MessageHandle> messages, RawMessageSink sink) throws ConnectionFailedException {
        List<Pop3Retrieval.Wanted> wanted = new ArrayList<>();
        for (MessageHandle message : messages) {
            Integer number = numbers.get(message.uid());
            if (number != null && !deleted.contains(message.uid())) {
                wanted.add(new Pop3Retrieval.Wanted(message, number));
            }
        }
        try {
            new Pop3Retrieval(pop3, wanted).run((message, raw) -> accept(message, raw, sink));
        } catch (IOException failed) {
            throw lost(Stage.MAILBOX, failed);
        }
    }

    @Override
    public Set<String> settle(List<MessageHandle> processed, AfterProcessing policy, @Nullable String moveToFolder)
            throws ConnectionFailedException {
        Set<String> certain = new HashSet<>();
        try {
            for (MessageHandle message : processed) {
                String uid = message.uid();
                if (policy != AfterProcessing.DELETE || !numbers.containsKey(uid) || UniqueIds.shared(numbers, uid)) {
                    certain.add(uid);
                } else if (deleted.add(uid)) {
                    pop3.command("DELE " + numbers.get(uid));
                }
            }
            return certain;
        } catch (IOException failed) {
            throw lost(Stage.RIGHTS, failed);
        }
    }

    @Override
    public Duration loginDelay() {
        return pop3.loginDelay();
    }

    @Override
    public List<String> checkRights() {
        return List.of(); // POP3 has no rights: who reads may delete
    }

    @Override
    public void close() {
        try {
            if (!broken) {
                pop3.command("QUIT");
            } else if (!deleted.isEmpty()) {
                throw new IOException("connection lost before QUIT");
            }
        } catch (IOException failed) {
            if (!deleted.isEmpty()) {
                LOG.warn(
                        "{}: {} processed mails may still be on the POP3 server; they are known and will not be"
                                + " published again. {}",
                        ConnectionCode.POP3_QUIT_FAILED.id(),
                        deleted.size(),
                        diagnosis.failed(Stage.MAILBOX, failed).getMessage());
            }
        } finally {
            pop3.wire().close();
        }
    }

    private boolean accept(MessageHandle message, DotStuffedInput raw, RawMessageSink sink) throws IOException {
        try {
            return sink.accept(message, raw);
        } catch (IOException failed) {
            raw.throwFailure();
            broken = true; // in the middle of a message; the failure is the spool's, not the server's
            throw new UncheckedIOException(failed);
        }
    }

    private ConnectionFailedException lost(Stage stage, IOException failed) {
        broken |= !(failed instanceof ServerRefusalException);
        return diagnosis.failed(stage, failed);
    }

    private static void listing(Pop3Connection pop3, String command, BiConsumer<Integer, String> entry)
            throws IOException {
        pop3.list(command, MOST, line -> {
            String[] parts = line.strip().split("\\s+");
            if (parts.length >= 2 && parts[0].matches("\\d{1,9}")) {
                entry.accept(Integer.parseInt(parts[0]), parts[1]);
            }
        });
    }

    private static long number(String digits) {
        return digits.matches("\\d{1,18}") ? Long.parseLong(digits) : -1;
    }
}

package org.incomingmail.engine.connection;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.incomingmail.engine.connection.wire.Patience;
import org.incomingmail.engine.connection.wire.Redaction;
import org.incomingmail.engine.connection.wire.Resolver;
import org.incomingmail.engine.mailbox.MessageHandle;
import org.incomingmail.engine.mailbox.SeenMessages;
import org.incomingmail.engine.server.MailServer;
import org.jspecify.annotations.Nullable;

/** Tries every stage of a connection, saved or not, and changes nothing on the server. */
public final class ConnectionTest {
    private static final Duration EVERYTHING = Duration.ofSeconds(60);

    private final Resolver resolver;

    ConnectionTest(Resolver resolver) {
        this.resolver = resolver;
    }

    /** Runs in this thread, for at most a minute, or until somebody cancels. */
    public TestReport run(
            MailServer server, CredentialSource credentials, SeenMessages seen, BooleanSupplier cancelled) {
        return run(server, credentials, seen, cancelled, EVERYTHING);
    }

    /** Runs in this thread, for at most the given time. */
    public TestReport run(
            MailServer server,
            CredentialSource credentials,
            SeenMessages seen,
            BooleanSupplier cancelled,
            Duration everything) {
        long start = System.nanoTime();
        StageClock clock = new StageClock();
        Patience patience = Patience.of(server.endpoint().readTimeout(), everything, cancelled);
        Attempts attempts = new Attempts(server, credentials, patience, Redaction.nothingSecret(), clock);
        ConnectionFailure failure = null;
        Integer wanted = null;
        try (Visit mailbox = attempts.open(resolver)) {
            wanted = count(mailbox, seen, clock);
            attempts.opening().enter(Stage.RIGHTS);
            List<String> rights = mailbox.checkRights();
            if (!rights.isEmpty()) {
                clock.found("rights", String.join(", ", rights));
            }
        } catch (ConnectionFailedException failed) {
            failure = failed.failure();
        } catch (IOException failed) {
            Opening last = attempts.opening();
            failure = last.diagnosis().failed(last.stage(), failed).failure();
        }
        return new TestReport(
                clock.results(stage(failure)),
                Optional.ofNullable(failure),
                Optional.ofNullable(wanted),
                attempts.transcript().text(),
                Duration.ofNanos(System.nanoTime() - start));
    }

    private static int count(Visit mailbox, SeenMessages seen, StageClock clock) throws ConnectionFailedException {
        clock.found("exists", Long.toString(mailbox.exists()));
        List<MessageHandle> wanted = mailbox.list(seen);
        clock.found("wanted", Integer.toString(wanted.size()));
        received(wanted).min(Comparator.naturalOrder()).ifPresent(date -> clock.found("oldest", date.toString()));
        received(wanted).max(Comparator.naturalOrder()).ifPresent(date -> clock.found("newest", date.toString()));
        return wanted.size();
    }

    private static Stream<Instant> received(List<MessageHandle> messages) {
        return messages.stream().map(MessageHandle::received).filter(Objects::nonNull);
    }

    @Nullable
    private static Stage stage(@Nullable ConnectionFailure failure) {
        return failure == null ? null : failure.stage();
    }
}

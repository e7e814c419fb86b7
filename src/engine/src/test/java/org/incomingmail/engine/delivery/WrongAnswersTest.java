package org.incomingmail.engine.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.incomingmail.engine.connection.ConnectionFailure;
import org.incomingmail.engine.mailserver.DovecotServer;
import org.incomingmail.engine.mailserver.Fault;
import org.incomingmail.engine.server.AfterProcessing;
import org.incomingmail.engine.server.Protocol;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A server answers wrongly for one check: nothing is published wrongly, and the next check puts everything right. */
class WrongAnswersTest {
    private static DovecotServer dovecot;

    @TempDir
    Path spool;

    @BeforeAll
    static void start() {
        dovecot = DovecotServer.start();
    }

    @AfterAll
    static void stop() {
        dovecot.close();
    }

    // answers are compared as regular expressions with whole lines; # is the tag
    @ParameterizedTest(name = "{0} {1}: {2} becomes {3}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            IMAP|MOVE|.*UIDVALIDITY.*|* OK Hello|IM-PROTOCOL
            IMAP|MOVE|(\\* 2 FETCH .*)RFC822.SIZE \\d+ (.*)|$1$2|no failure
            IMAP|MOVE|(\\* 2 FETCH .*)RFC822.SIZE \\d+(.*)|$1RFC822.SIZE many$2|IM-PROTOCOL
            IMAP|DELETE|(# )OK Fetch.*|$1NO [SERVERBUG] Internal error|IM-SERVER-BUG
            IMAP|DELETE|(# )OK Fetch.*|$1BAD Try again|IM-MAILBOX-REFUSED
            IMAP|DELETE|(# )OK Fetch.*|* BYE Server is going down|IM-CLOSED
            IMAP|MOVE|(\\* 2 FETCH .*BODY\\[] )\\{\\d+}|$1{100}|IM-PROTOCOL
            IMAP|MOVE|(\\* 2 FETCH .*BODY\\[] )\\{\\d+}|$1{900}|IM-TIMEOUT
            IMAP|LEAVE|(\\* 3 FETCH .*BODY\\[] )\\{\\d+}|$1{99999}|IM-TIMEOUT
            IMAP|LEAVE|(\\* 3 FETCH .*BODY\\[] )\\{\\d+}|$1{99999999999}|IM-PROTOCOL
            IMAP|MOVE|(\\* 2 FETCH .*BODY\\[] )\\{\\d+}|$1NIL)|no failure
            IMAP|MOVE|(# )OK .*Move.*|$1NO [OVERQUOTA] Quota exceeded|IM-MAILBOX-OVER-QUOTA
            IMAP|MOVE|(# )OK .*Move.*|$1NO [SERVERBUG] Out of disk space|IM-SERVER-BUG
            IMAP|MOVE|(# )OK .*Move.*|$1NO [TRYCREATE] Mailbox doesn't exist|IM-MAILBOX-REFUSED
            IMAP|MARK_READ|(# )OK Store.*|$1NO [UNAVAILABLE] Try later|IM-UNAVAILABLE
            IMAP|DELETE|(# )OK Store.*|$1NO [NOPERM] Not today|IM-MAILBOX-NO-PERMISSION
            IMAP|DELETE|(# )OK Expunge.*|$1NO [INUSE] Locked|IM-MAILBOX-IN-USE
            IMAP|MARK_READ|(# )OK .*Logged in|$1NO [UNAVAILABLE] Directory is down|IM-UNAVAILABLE
            IMAP|LEAVE|\\* (\\d+) EXISTS|* 0 EXISTS|no failure
            POP3|DELETE|\\+OK Logged in.|-ERR [SYS/TEMP] Directory is down|IM-UNAVAILABLE
            POP3|DELETE|\\+OK Marked to be deleted.|-ERR Not today|IM-MAILBOX-REFUSED
            POP3|DELETE|\\+OK Logging out.*|-ERR Some deleted messages not removed|no failure
            POP3|DELETE|\\+OK \\d+ octets|-ERR [SYS/TEMP] Cannot be read|IM-PROTOCOL
            POP3|LEAVE|\\+OK \\d+ octets|Cheers|IM-PROTOCOL
            """)
    void isPutRight(Protocol protocol, AfterProcessing policy, String line, String answer, String code)
            throws Exception {
        try (Hazard hazard = new Hazard(dovecot, protocol, policy, spool)) {
            AtomicInteger times = new AtomicInteger();
            String expected = line.replace("#", "[A-Z]+\\d+");
            Optional<ConnectionFailure> failure = hazard.suffer(Fault.answering(said -> {
                if (!said.matches(expected)) {
                    return said;
                }
                times.incrementAndGet();
                return said.replaceAll(expected, answer);
            }));
            assertThat(times).as("the server said it").hasPositiveValue();
            assertThat(failure.map(known -> known.code().id()).orElse("no failure"))
                    .isEqualTo(code);
        }
    }

    @ParameterizedTest
    @CsvSource({"LEAVE", "DELETE"})
    void mailsThatShareAUniqueIdAreAllPublishedAndNoneIsDeleted(AfterProcessing policy) throws Exception {
        try (Hazard hazard = new Hazard(dovecot, Protocol.POP3, policy, spool)) {
            hazard.remote.begin(Hazard.MAILS);
            World world = hazard.world();
            // RFC 1939 7 asks that unique-ids differ; some servers make them from the content, or badly
            hazard.proxy.fault(Fault.answering(sharedUniqueId()));
            for (int check = 0; check < 3; check++) {
                assertThat(world.fetch().status()).isEqualTo(FetchReport.Status.DONE);
            }
            hazard.everyMailIsOnePage(world, "a shared unique-id");
            assertThat(hazard.remote.subjects(hazard.remote.mails()))
                    .as("what can't be told apart stays")
                    .contains("One", "Two");
            hazard.proxy.fault(Fault.NONE);
            hazard.nothingIsGoneUnpublished(world, Fault.NONE);
        }
    }

    /** The first two mails of UIDL get the same unique-id. */
    private static Function<String, @Nullable String> sharedUniqueId() {
        return said -> List.of("1 ", "2 ").stream().anyMatch(said::startsWith) && said.matches("\\d [0-9a-f]{10,}")
                ? said.substring(0, 2) + "same"
                : said;
    }
}

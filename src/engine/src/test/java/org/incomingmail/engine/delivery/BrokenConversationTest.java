package org.incomingmail.engine.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.incomingmail.engine.connection.ConnectionFailure;
import org.incomingmail.engine.connection.Stage;
import org.incomingmail.engine.mailserver.DovecotServer;
import org.incomingmail.engine.mailserver.Fault;
import org.incomingmail.engine.mailserver.Fault.Kind;
import org.incomingmail.engine.mailserver.Fault.Towards;
import org.incomingmail.engine.server.AfterProcessing;
import org.incomingmail.engine.server.Protocol;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The mail server falls silent, drips, or its bytes are changed on the way. */
class BrokenConversationTest {
    private static final int RECORD_HEADER = 5;
    private static final double[] MOMENTS = {0, 0.15, 0.35, 0.55, 0.7, 0.8, 0.9, 0.97};
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

    @ParameterizedTest
    @CsvSource({"IMAP,MOVE", "IMAP,DELETE", "POP3,DELETE", "POP3S,LEAVE"})
    void silenceIsWaitedForOnlySoLong(Protocol protocol, AfterProcessing policy) throws Exception {
        try (Hazard hazard = new Hazard(dovecot, protocol, policy, spool)) {
            hazard.suffer(Fault.NONE);
            long length = hazard.proxy.passed(Towards.CLIENT);
            for (double moment : MOMENTS) {
                String code = code(hazard.suffer(Fault.of(Kind.STALL, Towards.CLIENT, (long) (length * moment))));
                assertThat(code).as("silence at %s", moment).isIn("IM-TIMEOUT", "IM-GREETING-SILENT");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"IMAP,MARK_READ,0.2", "IMAP,MOVE,0.6", "POP3,DELETE,0.3", "POP3,DELETE,0.7"})
    void aByteNowAndThenIsSilence(Protocol protocol, AfterProcessing policy, double moment) throws Exception {
        try (Hazard hazard = new Hazard(dovecot, protocol, policy, spool)) {
            hazard.suffer(Fault.NONE);
            long length = hazard.proxy.passed(Towards.CLIENT);
            String code = code(hazard.suffer(Fault.of(Kind.DRIP, Towards.CLIENT, (long) (length * moment))));
            assertThat(code).isEqualTo("IM-TIMEOUT");
        }
    }

    @ParameterizedTest
    @CsvSource({"IMAPS,DELETE", "POP3S,DELETE"})
    void brokenTlsIsToldFromABrokenConnection(Protocol protocol, AfterProcessing policy) throws Exception {
        try (Hazard hazard = new Hazard(dovecot, protocol, policy, spool)) {
            hazard.suffer(Fault.NONE);
            long length = hazard.proxy.passed(Towards.CLIENT);
            List<Long> moments = List.of(30L, 700L, length / 2, length * 3 / 4, length * 9 / 10);
            for (long after : moments) {
                String changed = code(hazard.suffer(Fault.of(Kind.GARBLE, Towards.CLIENT, after)));
                if (!changed.startsWith("IM-TLS-")) {
                    // RFC 8446 5.1: nobody looks at the version in a record's header, and its length only makes us wait
                    changed = code(hazard.suffer(Fault.of(Kind.GARBLE, Towards.CLIENT, after + RECORD_HEADER + 1)));
                }
                assertThat(changed).as("a changed byte at %s", after).startsWith("IM-TLS-");
                Optional<ConnectionFailure> cut = hazard.suffer(Fault.of(Kind.CUT, Towards.CLIENT, after));
                boolean handshake =
                        cut.filter(failure -> failure.stage() == Stage.TLS).isPresent();
                assertThat(code(cut)).as("cut at %s", after).isEqualTo(handshake ? "IM-TLS-FAILED" : "IM-CLOSED");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"POP3,DELETE,+OK Marked", "IMAP,DELETE,* 1 EXPUNGE", "IMAP,MARK_READ,OK Store"})
    void aLateAnswerIsNotTakenForThatOfAnotherCommand(Protocol protocol, AfterProcessing policy, String answer)
            throws Exception {
        try (Hazard hazard = new Hazard(dovecot, protocol, policy, spool)) {
            AtomicBoolean late = new AtomicBoolean();
            Optional<ConnectionFailure> failure = hazard.suffer(Fault.answering(said -> {
                boolean first = said.contains(answer) && late.compareAndSet(false, true);
                return first ? later(said) : said;
            }));
            assertThat(late).isTrue();
            assertThat(code(failure)).isEqualTo("IM-TIMEOUT");
        }
    }

    private static String later(String said) {
        try {
            Thread.sleep(Hazard.PATIENCE.toMillis() * 3 / 2);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return said;
    }

    private static String code(Optional<ConnectionFailure> failure) {
        return failure.map(known -> known.code().id()).orElse("no failure");
    }
}

package org.incomingmail.engine.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
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

/** The connection ends after any byte of the conversation, either way; {@code -Dcuts=1000} tries more of them. */
class CutConnectionTest {
    private static final int CUTS = Integer.getInteger("cuts", 240);
    private static final int COMBINATIONS = 8;
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
    @CsvSource({
        "IMAP,LEAVE",
        "IMAP,MARK_READ",
        "IMAP,MOVE",
        "IMAP,DELETE",
        "POP3,LEAVE",
        "POP3,DELETE",
        "IMAPS,MOVE",
        "POP3S,DELETE"
    })
    void losesAndDoublesNothing(Protocol protocol, AfterProcessing policy) throws Exception {
        Map<String, Integer> codes = new TreeMap<>();
        try (Hazard hazard = new Hazard(dovecot, protocol, policy, spool)) {
            assertThat(hazard.suffer(Fault.NONE)).as("a healthy check").isEmpty();
            long back = hazard.proxy.passed(Towards.CLIENT);
            long forth = hazard.proxy.passed(Towards.SERVER);
            Random random = new Random(protocol.ordinal() * 10L + policy.ordinal());
            int most = Math.max(1, CUTS / COMBINATIONS);
            for (int i : IntStream.range(0, most).toArray()) {
                Kind kind = i % 2 == 0 ? Kind.CUT : Kind.RESET;
                boolean answers = i % 4 != 3;
                long length = answers ? back : forth;
                long after = (long) (length * (i + random.nextDouble()) / most);
                hazard.suffer(Fault.of(kind, answers ? Towards.CLIENT : Towards.SERVER, after))
                        .ifPresent(failure -> codes.merge(failure.code().id(), 1, Integer::sum));
            }
        }
        String inHandshake = protocol.secure() ? "IM-TLS-FAILED" : "IM-CLOSED";
        assertThat(codes.keySet()).as("codes of cut connections").isSubsetOf("IM-CLOSED", inHandshake);
    }

    @ParameterizedTest
    @CsvSource({"IMAP,MOVE", "IMAPS,DELETE", "POP3,DELETE"})
    void inTheMiddleOfALargeMailLeavesNoHalfOfIt(Protocol protocol, AfterProcessing policy) throws Exception {
        try (Hazard hazard = new Hazard(dovecot, protocol, policy, spool)) {
            hazard.remote.begin(List.of());
            String text = hazard.remote.text("Large") + ("x".repeat(76) + "\r\n").repeat(60_000);
            dovecot.deliver("alice@mail.test", text.getBytes(StandardCharsets.UTF_8));
            World world = hazard.world();
            world.limits = Limits.defaults();
            for (long after = 500_000; after < text.length(); after += 1_500_000) {
                hazard.proxy.fault(Fault.of(after % 2 == 0 ? Kind.RESET : Kind.CUT, Towards.CLIENT, after));
                assertThat(world.fetch().failure().map(failure -> failure.code().id()))
                        .contains("IM-CLOSED");
                assertThat(world.ledger.rows())
                        .as("nothing is begun with half a mail")
                        .isEmpty();
            }
            hazard.proxy.fault(Fault.NONE);
            world.fetch();
            assertThat(world.pages).containsExactly("Large");
            assertThat(world.raw.values()).singleElement().matches(raw -> raw.endsWith(text), "is whole");
            assertThat(Files.list(spool)).as("left in the spool").isEmpty();
        }
    }
}

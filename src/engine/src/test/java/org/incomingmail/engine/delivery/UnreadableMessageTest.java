package org.incomingmail.engine.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.function.Function;
import org.incomingmail.engine.mailserver.DovecotServer;
import org.incomingmail.engine.mailserver.Fault;
import org.incomingmail.engine.server.AfterProcessing;
import org.incomingmail.engine.server.Protocol;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server cannot give one of the messages, at any check. */
class UnreadableMessageTest {
    @TempDir
    Path spool;

    @Test
    void holdsUpNoOther() throws Exception {
        try (DovecotServer dovecot = DovecotServer.start();
                Hazard hazard = new Hazard(dovecot, Protocol.IMAP, AfterProcessing.LEAVE, spool)) {
            hazard.remote.begin(Hazard.MAILS);
            World world = hazard.world();
            hazard.proxy.fault(Fault.answering(new Refusing()));
            FetchReport report = world.fetch();
            for (int check = 0; check < 2; check++) {
                hazard.proxy.fault(Fault.answering(new Refusing()));
                report = world.fetch();
            }
            assertThat(world.pages).containsExactlyInAnyOrder("One", "Three");
            assertThat(report.failure().map(failure -> failure.code().id()))
                    .as("the administrator sees that something is wrong")
                    .contains("IM-SERVER-BUG");
            hazard.proxy.fault(Fault.NONE);
            hazard.recovers(world, "repair of the message");
        }
    }

    /** Leaves the second message out of the answer, and refuses the command that asked for it. */
    private static final class Refusing implements Function<String, @Nullable String> {
        private boolean inBody;
        private boolean asked;

        @Override
        public @Nullable String apply(String said) {
            if (said.matches("\\* 2 FETCH .*BODY\\[] \\{\\d+}")) {
                inBody = true;
                asked = true;
            }
            if (inBody) {
                inBody = !said.equals(")");
                return null;
            }
            if (asked && said.matches("[A-Z]+\\d+ OK Fetch.*")) {
                asked = false;
                return said.replaceAll(" OK .*", " NO [SERVERBUG] Cannot be read");
            }
            return said;
        }
    }
}

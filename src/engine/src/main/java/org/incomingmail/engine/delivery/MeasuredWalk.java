package org.incomingmail.engine.delivery;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.incomingmail.engine.delivery.Measures.Step;
import org.incomingmail.engine.routing.Placement;
import org.incomingmail.engine.server.MailServer;
import org.incomingmail.engine.trust.Level;

/** The rooms, with the time that they take. */
record MeasuredWalk(Walk walk, Measures measures) implements Walk {

    @Override
    public Mail read(MailServer server, Path raw) throws IOException {
        long start = System.nanoTime();
        Mail mail = walk.read(server, raw);
        measures.took(server, Step.READ, Duration.ofNanos(System.nanoTime() - start));
        return new MeasuredMail(mail, server, measures);
    }

    private record MeasuredMail(Mail mail, MailServer server, Measures measures) implements Mail {
        @Override
        public Envelope envelope() {
            return mail.envelope();
        }

        @Override
        public Outcome publish(long id, Passage passage, Placement placement) throws IOException {
            long start = System.nanoTime();
            Outcome outcome = mail.publish(id, passage, placement);
            measures.took(server, Step.PUBLISH, Duration.ofNanos(System.nanoTime() - start));
            return outcome;
        }

        @Override
        public Optional<Level> trust() {
            return mail.trust();
        }

        @Override
        public void concluded(Outcome outcome) {
            mail.concluded(outcome);
        }

        @Override
        public void close() {
            mail.close();
        }
    }
}

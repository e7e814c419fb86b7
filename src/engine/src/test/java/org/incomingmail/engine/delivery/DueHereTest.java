package org.incomingmail.engine.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.incomingmail.engine.server.MailServerId;
import org.junit.jupiter.api.Test;

class DueHereTest {
    private static final MailServerId OURS = new MailServerId(1);
    private static final MailServerId THEIRS = new MailServerId(2);
    private static final List<MailServerId> ALL = List.of(OURS, THEIRS);

    private final Set<MailServerId> duty = new HashSet<>(Set.of(OURS));
    private Instant now = Instant.parse("2026-11-30T12:00:00Z");
    private final DueHere here = new DueHere(all -> Set.copyOf(duty), new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    });

    @Test
    void whatIsAnotherNodesIsLeftToIt() {
        assertThat(here.among(ALL, ALL)).containsExactly(OURS);
        now = now.plusSeconds(59);
        assertThat(here.among(ALL, ALL)).containsExactly(OURS);
    }

    @Test
    void whatAnotherNodeNeglectsIsTakenOver() {
        here.among(ALL, ALL);
        now = now.plus(DueHere.PATIENCE);
        assertThat(here.among(ALL, ALL)).containsExactly(OURS, THEIRS);
    }

    @Test
    void whatAnotherNodeCheckedInBetweenIsNotNeglected() {
        here.among(ALL, ALL);
        here.among(List.of(), ALL);
        now = now.plus(DueHere.PATIENCE);
        assertThat(here.among(ALL, ALL)).containsExactly(OURS);
    }

    @Test
    void aClockThatIsSetBackOnlyStartsTheWaitAnew() {
        here.among(ALL, ALL);
        now = now.minus(Duration.ofDays(1));
        assertThat(here.among(ALL, ALL)).containsExactly(OURS);
        now = now.plus(DueHere.PATIENCE);
        assertThat(here.among(ALL, ALL)).containsExactly(OURS, THEIRS);
    }

    @Test
    void whatBecomesOursIsCheckedAtOnce() {
        here.among(ALL, ALL);
        duty.add(THEIRS);
        assertThat(here.among(ALL, ALL)).containsExactly(OURS, THEIRS);
    }
}

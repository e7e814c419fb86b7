package org.incomingmail.dev.applinks.flow;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.servlet.http.HttpSession;

/** The flows of each session: a state is good once, for ten minutes, in the session that began it. */
final class PendingFlows {
    static final Duration TIME_LIMIT = Duration.ofMinutes(10);
    private static final String ATTRIBUTE = "org.incomingmail.dev.applinks.flows";
    private static final int MOST = 20;
    private final Clock clock;

    PendingFlows(Clock clock) {
        this.clock = clock;
    }

    synchronized void begin(HttpSession session, PendingFlow flow) {
        Flows flows = flows(session);
        Iterator<PendingFlow> oldest = flows.begun().values().iterator();
        while (flows.begun().size() >= MOST && oldest.hasNext()) {
            oldest.next();
            oldest.remove();
        }
        flows.begun().put(flow.state(), flow);
    }

    /** Takes the flow that waits for this state; a second call with the same state finds nothing. */
    synchronized Optional<PendingFlow> take(HttpSession session, String state) {
        return Optional.ofNullable(flows(session).begun().remove(state)).filter(flow -> isInTime(flow.begun()));
    }

    synchronized void end(HttpSession session, PendingFlow flow, PendingFlow.Outcome outcome) {
        Map<String, PendingFlow.Ended> ended = flows(session).ended();
        ended.values().removeIf(each -> !isInTime(each.begun()));
        ended.put(flow.id(), new PendingFlow.Ended(flow.id(), flow.linkId(), flow.begun(), outcome));
    }

    /** Takes the newest outcome of a flow, by the flow's id or its link's. */
    synchronized Optional<PendingFlow.Outcome> takeOutcome(HttpSession session, String flowOrLinkId) {
        Map<String, PendingFlow.Ended> ended = flows(session).ended();
        Optional<PendingFlow.Ended> found = ended.values().stream()
                .filter(flow -> flow.id().equals(flowOrLinkId) || flow.linkId().equals(flowOrLinkId))
                .reduce((earlier, later) -> later);
        found.ifPresent(flow -> ended.remove(flow.id()));
        return found.map(PendingFlow.Ended::outcome);
    }

    private boolean isInTime(Instant begun) {
        return !clock.instant().isAfter(begun.plus(TIME_LIMIT));
    }

    private static Flows flows(HttpSession session) {
        if (session.getAttribute(ATTRIBUTE) instanceof Flows known) {
            return known;
        }
        Flows fresh = new Flows(new LinkedHashMap<>(), new LinkedHashMap<>());
        session.setAttribute(ATTRIBUTE, fresh);
        return fresh;
    }

    /** By state, and by id, each in order of time. */
    private record Flows(Map<String, PendingFlow> begun, Map<String, PendingFlow.Ended> ended) {
        @Override
        public String toString() {
            return "Flows";
        }
    }
}

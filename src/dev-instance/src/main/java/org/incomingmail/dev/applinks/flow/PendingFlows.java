package org.incomingmail.dev.applinks.flow;

import java.io.Serializable;
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
        keep(session, flows);
    }

    /** Takes the flow that waits for this state; a second call with the same state finds nothing. */
    synchronized Optional<PendingFlow> take(HttpSession session, String state) {
        Flows flows = flows(session);
        PendingFlow taken = flows.begun().remove(state);
        keep(session, flows);
        return Optional.ofNullable(taken).filter(flow -> isInTime(flow.begun()));
    }

    synchronized void end(HttpSession session, PendingFlow flow, PendingFlow.Outcome outcome) {
        Flows flows = flows(session);
        Map<String, PendingFlow.Ended> ended = flows.ended();
        ended.values().removeIf(each -> !isInTime(each.begun()));
        ended.put(flow.id(), new PendingFlow.Ended(flow.id(), flow.linkId(), flow.begun(), outcome));
        keep(session, flows);
    }

    /** Takes the newest outcome of a flow, by the flow's id or its link's. */
    synchronized Optional<PendingFlow.Outcome> takeOutcome(HttpSession session, String flowOrLinkId) {
        Flows flows = flows(session);
        Map<String, PendingFlow.Ended> ended = flows.ended();
        Optional<PendingFlow.Ended> found = ended.values().stream()
                .filter(flow -> flow.id().equals(flowOrLinkId) || flow.linkId().equals(flowOrLinkId))
                .reduce((earlier, later) -> later);
        found.ifPresent(flow -> ended.remove(flow.id()));
        keep(session, flows);
        return found.map(PendingFlow.Ended::outcome);
    }

    private boolean isInTime(Instant begun) {
        return !clock.instant().isAfter(begun.plus(TIME_LIMIT));
    }

    private static Flows flows(HttpSession session) {
        if (session.getAttribute(ATTRIBUTE) instanceof Flows known) {
            return known;
        }
        return new Flows(new LinkedHashMap<>(), new LinkedHashMap<>());
    }

    /** A session of a cluster passes on what is set, not what is changed within. */
    private static void keep(HttpSession session, Flows flows) {
        session.setAttribute(ATTRIBUTE, flows);
    }

    /** By state, and by id, each in order of time. */
    private record Flows(LinkedHashMap<String, PendingFlow> begun, LinkedHashMap<String, PendingFlow.Ended> ended)
            implements Serializable {
        @Override
        public String toString() {
            return "Flows";
        }
    }
}

package org.incomingmail.dev.applinks;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.servlet.http.HttpSession;

/** The flows of one session: each state is good once, for ten minutes, in the session that began it. */
final class PendingFlows {
    private static final String ATTRIBUTE = "org.incomingmail.dev.applinks.flows";
    private static final Duration TIME_LIMIT = Duration.ofMinutes(10);
    private static final int MOST = 20;
    private final Clock clock;

    PendingFlows(Clock clock) {
        this.clock = clock;
    }

    void begin(HttpSession session, PendingFlow flow) {
        synchronized (session) {
            Map<String, PendingFlow> flows = flows(session);
            Iterator<PendingFlow> oldest = flows.values().iterator();
            while (flows.size() >= MOST && oldest.hasNext()) {
                oldest.next();
                oldest.remove();
            }
            flows.put(flow.state(), flow);
        }
    }

    /** Takes the flow that waits for this state; a second call with the same state finds nothing. */
    Optional<PendingFlow> take(HttpSession session, String state) {
        synchronized (session) {
            PendingFlow flow = flows(session).get(state);
            if (flow == null || flow.outcome() != null) {
                return Optional.empty();
            }
            flows(session).remove(state);
            Instant latest = flow.begun().plus(TIME_LIMIT);
            return clock.instant().isAfter(latest) ? Optional.empty() : Optional.of(flow);
        }
    }

    /** Takes the newest ended flow of a link, by flow id or link id. */
    Optional<PendingFlow> takeEnded(HttpSession session, String flowOrLinkId) {
        synchronized (session) {
            Optional<PendingFlow> ended = flows(session).values().stream()
                    .filter(flow -> flow.outcome() != null)
                    .filter(flow ->
                            flow.state().equals(flowOrLinkId) || flow.linkId().equals(flowOrLinkId))
                    .reduce((earlier, later) -> later);
            ended.ifPresent(flow -> flows(session).remove(flow.state()));
            return ended;
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, PendingFlow> flows(HttpSession session) {
        Object stored = session.getAttribute(ATTRIBUTE);
        if (stored == null) {
            stored = new LinkedHashMap<String, PendingFlow>();
            session.setAttribute(ATTRIBUTE, stored);
        }
        return (Map<String, PendingFlow>) stored;
    }
}

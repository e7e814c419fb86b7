package org.incomingmail.dev.services;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.event.api.EventListener;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventsTest {
    private final Events events = new Events();
    private final List<String> heard = new ArrayList<>();

    @Test
    void listenersHearWhatTheyTakeInThePublishingThreadUntilTheyLeave() {
        Listener listener = new Listener();
        events.register(listener);
        events.register(listener);

        events.publish("page");
        events.publish(42);
        events.unregister(listener);
        events.publish("comment");

        assertThat(heard).containsExactlyInAnyOrder("text page in main", "anything page", "anything 42");
    }

    @Test
    void aFailingListenerHarmsNeitherThePublisherNorTheOthers() {
        events.register(new Failing());
        events.register(new Listener());

        events.publish("page");

        assertThat(heard).contains("anything page");
    }

    /** Not public, as many listeners of apps are. */
    private final class Listener {
        @EventListener
        public void a(String event) {
            heard.add("text " + event + " in " + Thread.currentThread().getName());
        }

        @EventListener
        public void b(Object event) {
            heard.add("anything " + event);
        }

        public void c(Object event) {
            heard.add("never");
        }
    }

    private static final class Failing {
        @EventListener
        public void fail(Object event) {
            throw new LinkageError("broken app");
        }
    }
}

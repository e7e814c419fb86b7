package org.incomingmail.confluence.metrics;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import javax.inject.Inject;
import javax.inject.Named;
import org.incomingmail.engine.delivery.Measures;
import org.incomingmail.engine.journal.JournalEntry.State;
import org.incomingmail.engine.server.MailServer;

/** Counts and times since the app started on this node, by mail server. Names are in docs/metrics.md. */
@Named
public class PrometheusMeasures implements Measures {
    private static final double NANOS = 1e9;
    private static final double[] STEPS = {.001, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10, 30, 60};
    private static final double[] LAGS = {.25, .5, 1, 2.5, 5, 15, 30, 60, 120, 300, 900, 3_600, 14_400, 86_400};

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final Counter messages = Counter.builder()
            .name("incoming_mail_messages_total")
            .help("Messages whose outcome was committed, by state; a retried one counts each time")
            .labelNames("server", "state")
            .register(registry);
    private final Counter checks = Counter.builder()
            .name("incoming_mail_checks_total")
            .help("Checks of mailboxes")
            .labelNames("server", "result")
            .register(registry);
    private final Histogram steps = Histogram.builder()
            .name("incoming_mail_step_seconds")
            .help("Time per step; connect counts the connections")
            .labelNames("server", "step")
            .classicOnly()
            .classicUpperBounds(STEPS)
            .register(registry);
    private final Histogram lag = Histogram.builder()
            .name("incoming_mail_lag_seconds")
            .help("From arrival in the mailbox to the committed outcome")
            .labelNames("server")
            .classicOnly()
            .classicUpperBounds(LAGS)
            .register(registry);
    private final Counter tokens = Counter.builder()
            .name("incoming_mail_token_refreshes_total")
            .help("Access tokens that this node got anew from the host's OAuth 2.0 client, and refusals")
            .labelNames("result")
            .register(registry);

    @Inject
    public PrometheusMeasures() {
        tokens.initLabelValues("refreshed");
        tokens.initLabelValues("failed");
    }

    PrometheusRegistry registry() {
        return registry;
    }

    /** By mail server and state. */
    List<MailFiguresMXBean.MessageCount> messages() {
        return messages.collect().getDataPoints().stream()
                .map(point -> new MailFiguresMXBean.MessageCount(
                        String.valueOf(point.getLabels().get("server")),
                        String.valueOf(point.getLabels().get("state")),
                        (long) point.getValue()))
                .toList();
    }

    @Override
    public void took(MailServer server, Step step, Duration time) {
        steps.labelValues(server.id().toString(), lower(step)).observe(time.toNanos() / NANOS);
    }

    @Override
    public void outcome(MailServer server, State state, Duration late) {
        messages.labelValues(server.id().toString(), lower(state)).inc();
        // what was there before the start, and what waits for days, says nothing about us
        if (state != State.SKIPPED) {
            lag.labelValues(server.id().toString()).observe(late.toNanos() / NANOS);
        }
    }

    @Override
    public void checked(MailServer server, boolean worked) {
        checks.labelValues(server.id().toString(), worked ? "worked" : "failed").inc();
    }

    /** A token was asked for and was another one than before, or there was none. */
    public void token(boolean refreshed) {
        tokens.labelValues(refreshed ? "refreshed" : "failed").inc();
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}

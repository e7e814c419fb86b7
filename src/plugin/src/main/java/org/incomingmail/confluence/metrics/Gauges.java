package org.incomingmail.confluence.metrics;

import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.ToDoubleFunction;
import javax.inject.Inject;
import javax.inject.Named;
import org.incomingmail.engine.server.ServerState;

/** What is asked for only when somebody looks, and all of it as Prometheus reads it. */
@Named
public class Gauges {
    private final PrometheusMeasures measures;
    private final Health health;
    // of the thread that writes, so that all gauges of an answer are of one moment
    private final ThreadLocal<Health.Report> moment = new ThreadLocal<>();

    @Inject
    public Gauges(PrometheusMeasures measures, Health health) {
        this.measures = measures;
        this.health = health;
        gauge("incoming_mail_waiting", "Messages that wait for a decision", Health.Line::waiting);
        gauge("incoming_mail_quarantined", "Messages that were given up", Health.Line::quarantined);
        gauge("incoming_mail_pushed", "1 when this node is told of new mail", line -> line.pushedHere() ? 1 : 0);
        gauge(
                "incoming_mail_up",
                "1 when the last check worked, 0 when it failed or the mail server is disabled",
                line -> line.state().status() == ServerState.Status.WORKING ? 1 : 0);
        gauge(
                "incoming_mail_last_check_timestamp_seconds",
                "When the mailbox was last looked into; 0 for never",
                line -> line.state().lastCheck() == null
                        ? 0
                        : line.state().lastCheck().toEpochMilli() / 1e3);
    }

    private void gauge(String name, String help, ToDoubleFunction<Health.Line> value) {
        GaugeWithCallback.builder()
                .name(name)
                .help(help)
                .labelNames("server", "name")
                .callback(call -> moment.get()
                        .lines()
                        .forEach(line -> call.call(
                                value.applyAsDouble(line),
                                line.server().id().toString(),
                                line.server().name())))
                .register(measures.registry());
    }

    /** Text format 0.0.4. */
    public void write(OutputStream out) throws IOException {
        moment.set(health.report());
        try {
            PrometheusTextFormatWriter.create().write(out, measures.registry().scrape());
        } finally {
            moment.remove();
        }
    }
}

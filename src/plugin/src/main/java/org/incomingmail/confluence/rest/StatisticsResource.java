package org.incomingmail.confluence.rest;

import com.atlassian.annotations.security.SystemAdminOnly;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import javax.inject.Inject;
import javax.inject.Named;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.incomingmail.confluence.settings.Statistics;
import org.incomingmail.confluence.settings.Statistics.Fate;
import org.incomingmail.confluence.settings.Statistics.Line;
import org.incomingmail.confluence.settings.Statistics.Period;
import org.jspecify.annotations.Nullable;

/** How many messages came over time, and what became of them. */
@Named
@Path("statistics")
@SystemAdminOnly
@Produces(MediaType.APPLICATION_JSON)
public class StatisticsResource {
    private final Gate gate;
    private final Statistics statistics;

    @Inject
    public StatisticsResource(Gate gate, Statistics statistics) {
        this.gate = gate;
        this.statistics = statistics;
    }

    @GET
    public Response read(@Context HttpServletRequest request, @QueryParam("period") @Nullable String period) {
        gate.reading(request);
        Period wanted = period == null
                ? Period.DAY
                : Period.named(period).orElseThrow(() -> gate.refusal(RestCode.QUERY, "period", "period"));
        Statistics.Report report = statistics.of(wanted);
        return Response.ok(Json.object()
                        .with("period", wanted)
                        .with("first", report.first())
                        .with("stepSeconds", wanted.step().toSeconds())
                        .with(
                                "servers",
                                report.lines().stream()
                                        .map(line -> server(line, report.steps().size()))
                                        .toList())
                        .map())
                .build();
    }

    private static Map<String, Object> server(Line line, int steps) {
        Map<String, Object> counts = new LinkedHashMap<>();
        for (Fate fate : Fate.values()) {
            counts.put(
                    fate.name().toLowerCase(Locale.ROOT),
                    Arrays.stream(line.counts().getOrDefault(fate, new int[steps]))
                            .boxed()
                            .toList());
        }
        return Json.object()
                .with("id", line.server().value())
                .with("name", line.name())
                .with("received", line.received())
                .with("counts", counts)
                .map();
    }
}

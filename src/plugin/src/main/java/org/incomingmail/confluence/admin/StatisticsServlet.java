package org.incomingmail.confluence.admin;

import com.atlassian.sal.api.auth.LoginUriProvider;
import com.atlassian.sal.api.websudo.WebSudoManager;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.inject.Inject;
import javax.inject.Named;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.incomingmail.confluence.settings.Statistics;
import org.incomingmail.confluence.settings.Statistics.Fate;
import org.incomingmail.confluence.settings.Statistics.Line;
import org.incomingmail.confluence.settings.Statistics.Period;
import org.incomingmail.confluence.settings.SystemAdministrators;

/** Mail statistics: charts and figures of each mail server. */
@Named
public class StatisticsServlet extends AdminServlet {
    private static final long serialVersionUID = 1L;
    private final transient Statistics statistics;

    @Inject
    public StatisticsServlet(
            Screens screens,
            SystemAdministrators administrators,
            LoginUriProvider login,
            WebSudoManager secureSessions,
            Statistics statistics) {
        super(screens, new Door(administrators, login, secureSessions));
        this.statistics = statistics;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Period period = Period.named(Objects.requireNonNullElse(request.getParameter("period"), ""))
                .orElse(Period.DAY);
        Statistics.Report report = statistics.of(period);
        Map<String, Object> data = new HashMap<>();
        data.put("period", period.name());
        data.put("first", Long.toString(report.first().getEpochSecond()));
        data.put("step", Long.toString(period.step().toSeconds()));
        data.put("fates", Arrays.stream(Fate.values()).map(Enum::name).toList());
        data.put("lines", report.lines().stream().map(line -> row(line, report)).toList());
        screens.render(request, response, "Statistics.page", data, "charts");
    }

    private static Map<String, Object> row(Line line, Statistics.Report report) {
        Map<String, Object> row = new HashMap<>();
        row.put("id", line.server().toString());
        row.put("name", line.name());
        row.put("received", line.received());
        for (Fate fate : Fate.values()) {
            row.put(fate.name(), line.total(fate));
        }
        row.put(
                "series",
                Arrays.stream(Fate.values())
                        .map(fate -> Map.of("fate", fate.name(), "counts", counts(line, fate, report)))
                        .toList());
        row.put("steps", steps(line, report));
        return row;
    }

    private static String counts(Line line, Fate fate, Statistics.Report report) {
        int[] counts = line.counts().getOrDefault(fate, new int[report.steps().size()]);
        return Arrays.stream(counts).mapToObj(Integer::toString).collect(Collectors.joining(","));
    }

    /** Those in which something arrived, newest first, for whoever can't or won't see the chart. */
    private static List<Map<String, Object>> steps(Line line, Statistics.Report report) {
        List<Map<String, Object>> steps = new ArrayList<>();
        List<Instant> begins = report.steps();
        for (int i = begins.size() - 1; i >= 0; i--) {
            Map<String, Object> step = new HashMap<>();
            int all = 0;
            for (Fate fate : Fate.values()) {
                int count = line.counts().getOrDefault(fate, new int[begins.size()])[i];
                step.put(fate.name(), count);
                all += count;
            }
            if (all > 0) {
                step.put("moment", Moments.of(begins.get(i)));
                step.put("received", all);
                steps.add(step);
            }
        }
        return steps;
    }
}

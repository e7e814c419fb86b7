package org.incomingmail.confluence.admin;

import com.atlassian.sal.api.auth.LoginUriProvider;
import com.atlassian.sal.api.websudo.WebSudoManager;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.inject.Inject;
import javax.inject.Named;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.incomingmail.confluence.settings.CodeTexts;
import org.incomingmail.confluence.settings.LogFilter;
import org.incomingmail.confluence.settings.ServerSettings;
import org.incomingmail.confluence.settings.SystemAdministrators;
import org.incomingmail.engine.journal.Journal;
import org.incomingmail.engine.journal.JournalEntry;
import org.incomingmail.engine.journal.JournalQuery;

/** Incoming mail log: what happened to each message. */
@Named
public class LogServlet extends AdminServlet {
    private static final long serialVersionUID = 1L;
    private static final int PAGE = 25;
    private static final List<String> FILTERS = List.of("server", "state", "code", "text", "from", "until");

    private final transient Journal journal;
    private final transient ServerSettings settings;
    private final transient Decisions decisions;
    private final transient LogRow rows;

    @Inject
    public LogServlet(
            Screens screens,
            SystemAdministrators administrators,
            LoginUriProvider login,
            WebSudoManager secureSessions,
            Journal journal,
            ServerSettings settings,
            Decisions decisions,
            CodeTexts texts) {
        super(screens, new Door(administrators, login, secureSessions));
        this.journal = journal;
        this.settings = settings;
        this.decisions = decisions;
        this.rows = new LogRow(texts);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        show(request, response, Map.of());
    }

    /** What is to be done to all that were ticked; the filter stays in the address. */
    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        show(request, response, Map.of("notice", decisions.many(request)));
    }

    private void show(HttpServletRequest request, HttpServletResponse response, Map<String, Object> more)
            throws IOException {
        Map<String, Object> data = new HashMap<>(more);
        data.put("filter", filter(request));
        data.put("filtered", FILTERS.stream().anyMatch(name -> !value(request, name)
                .isEmpty()));
        data.put(
                "states",
                Arrays.stream(JournalEntry.State.values()).map(Enum::name).toList());
        data.put(
                "servers",
                settings.all().stream()
                        .map(server -> Map.of("id", server.id().toString(), "name", server.name()))
                        .toList());
        try {
            JournalQuery query = new LogFilter(name -> values(request, name)).query(PAGE);
            Journal.Page page = journal.find(query);
            data.put("messages", page.entries().stream().map(rows::of).toList());
            data.put("paging", paging(request, query, page));
            data.put("exported", links(request).from(0));
            data.put("here", links(request).from(query.offset()));
        } catch (LogFilter.BadParameterException e) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            data.put("messages", List.of());
            data.put("badFilter", screens.text("log.bad-filter." + e.parameter()));
        }
        screens.render(request, response, "Log.page", data);
    }

    private static LogLinks links(HttpServletRequest request) {
        return new LogLinks(
                FILTERS.stream().filter(name -> !value(request, name).isEmpty()).toList(),
                name -> value(request, name));
    }

    private static Map<String, Object> paging(HttpServletRequest request, JournalQuery query, Journal.Page page) {
        LogLinks links = links(request);
        int shown = page.entries().size();
        Map<String, Object> paging = new HashMap<>();
        paging.put("first", query.offset() + 1);
        paging.put("last", query.offset() + shown);
        paging.put("total", page.total());
        if (query.offset() > 0) {
            paging.put("previous", links.from(Math.max(0, query.offset() - PAGE)));
        }
        if (query.offset() + shown < page.total()) {
            paging.put("next", links.from(query.offset() + PAGE));
        }
        return paging;
    }

    private static Map<String, Object> filter(HttpServletRequest request) {
        Map<String, Object> filter = new HashMap<>();
        FILTERS.forEach(name -> filter.put(name, value(request, name)));
        return filter;
    }

    private static String value(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("").strip();
    }

    private static List<String> values(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameterValues(name))
                .map(List::of)
                .orElse(List.of());
    }
}

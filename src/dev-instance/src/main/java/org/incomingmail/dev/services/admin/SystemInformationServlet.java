package org.incomingmail.dev.services.admin;

import java.io.IOException;
import java.util.Map;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.incomingmail.dev.house.Host;
import org.incomingmail.dev.services.Database;

/** Admin console > System Information. */
public final class SystemInformationServlet extends HttpServlet {
    public static final String PATH = "/admin/systeminfo.action";
    private static final long serialVersionUID = 1L;

    private final transient Host host;
    private final transient SystemFacts facts;

    public SystemInformationServlet(Host host, Database database) {
        this.host = host;
        this.facts = new SystemFacts(host, database);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        host.pages().render(request, response, "Dev.Services.systemInformation", Map.of("groups", facts.groups()));
    }
}

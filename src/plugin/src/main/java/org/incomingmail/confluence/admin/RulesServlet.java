package org.incomingmail.confluence.admin;

import com.atlassian.sal.api.auth.LoginUriProvider;
import com.atlassian.sal.api.websudo.WebSudoManager;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.inject.Inject;
import javax.inject.Named;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.incomingmail.confluence.settings.ServerSettings;
import org.incomingmail.confluence.settings.SystemAdministrators;
import org.incomingmail.engine.server.MailServer;
import org.incomingmail.engine.server.MailServerId;
import org.incomingmail.engine.trust.Treatment;

/** The rules of one mail server. The page's script reads and saves them through the REST API. */
@Named
public class RulesServlet extends AdminServlet {
    private static final long serialVersionUID = 1L;
    private static final Pattern PATH = Pattern.compile("/incoming-mail/rules/(\\d{1,18})$");

    private final transient ServerSettings settings;

    @Inject
    public RulesServlet(
            Screens screens,
            SystemAdministrators administrators,
            LoginUriProvider login,
            WebSudoManager secureSessions,
            ServerSettings settings) {
        super(screens, new Door(administrators, login, secureSessions));
        this.settings = settings;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Matcher path = PATH.matcher(request.getRequestURI());
        Optional<MailServer> server =
                path.find() ? settings.find(new MailServerId(Long.parseLong(path.group(1)))) : Optional.empty();
        if (server.isEmpty()) {
            refuse(request, response, HttpServletResponse.SC_NOT_FOUND, "server");
            return;
        }
        screens.render(
                request,
                response,
                "Rules.page",
                Map.of(
                        "id", server.get().id().toString(),
                        "name", server.get().name(),
                        "toAddress", server.get().toAddress(),
                        "treatments",
                                Arrays.stream(Treatment.values())
                                        .map(Enum::name)
                                        .toList()));
    }
}

package org.incomingmail.confluence.admin;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.inject.Inject;
import javax.inject.Named;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.incomingmail.confluence.settings.Waiting;
import org.incomingmail.engine.delivery.WaitingRoom.Decided;

/**
 * Where the link of a confirmation mail leads: whoever holds it decides, logged in or not. Looking changes nothing, so
 * that what follows links in mail, such as virus scanners, publishes nothing. The token is what a forged request lacks.
 */
@Named
public class ConfirmServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST_TOKEN = 100;

    private final transient Screens screens;
    private final transient Waiting waiting;

    @Inject
    public ConfirmServlet(Screens screens, Waiting waiting) {
        this.screens = screens;
        this.waiting = waiting;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String token = token(request);
        Optional<Waiting.Entry> entry = waiting.confirmable(token);
        if (entry.isEmpty()) {
            show(request, response, HttpServletResponse.SC_NOT_FOUND, "gone");
            return;
        }
        Map<String, Object> data = new HashMap<>();
        data.put("confirmation", token);
        data.put("subject", text(entry.get().message().subject()));
        data.put("sender", text(entry.get().message().sender()));
        data.put("recipient", text(entry.get().message().recipient()));
        data.put("received", Moments.of(entry.get().message().received()));
        secretive(response);
        screens.render(request, response, "Confirm.page", data);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        try {
            boolean publish = "publish".equals(request.getParameter("choice"));
            String token = token(request);
            Decided decided = publish ? waiting.confirm(token) : waiting.refuse(token);
            show(request, response, status(decided), result(decided, publish));
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    private static String result(Decided decided, boolean publish) {
        if (decided instanceof Decided.Done done) {
            return !publish ? "discarded" : done.code().isEmpty() ? "published" : "not-published";
        }
        return decided instanceof Decided.Busy ? "busy" : "gone";
    }

    private static int status(Decided decided) {
        if (decided instanceof Decided.Done) {
            return HttpServletResponse.SC_OK;
        }
        return decided instanceof Decided.Busy
                ? HttpServletResponse.SC_SERVICE_UNAVAILABLE
                : HttpServletResponse.SC_NOT_FOUND;
    }

    private void show(HttpServletRequest request, HttpServletResponse response, int status, String result)
            throws IOException {
        response.setStatus(status);
        secretive(response);
        screens.render(request, response, "Confirm.result", Map.of("result", result));
    }

    /** The address holds the token: it goes to nobody else. */
    private static void secretive(HttpServletResponse response) {
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Robots-Tag", "noindex");
    }

    private static String token(HttpServletRequest request) {
        String token = request.getParameter("token");
        return token == null || token.length() > LONGEST_TOKEN ? "" : token;
    }

    private static String text(@org.jspecify.annotations.Nullable String value) {
        return value == null ? "" : value;
    }
}

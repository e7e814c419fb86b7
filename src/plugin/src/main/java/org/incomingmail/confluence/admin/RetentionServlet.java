package org.incomingmail.confluence.admin;

import com.atlassian.sal.api.auth.LoginUriProvider;
import com.atlassian.sal.api.websudo.WebSudoManager;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import javax.inject.Inject;
import javax.inject.Named;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.incomingmail.confluence.settings.Retention;
import org.incomingmail.confluence.settings.SystemAdministrators;
import org.incomingmail.confluence.storage.Erasure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Retention: how long the log knows who sent what, and what is erased at once. */
@Named
public class RetentionServlet extends AdminServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger log = LoggerFactory.getLogger(RetentionServlet.class);
    private final transient Retention retention;
    private final transient Erasure erasure;
    private final transient SystemAdministrators administrators;

    @Inject
    public RetentionServlet(
            Screens screens,
            SystemAdministrators administrators,
            LoginUriProvider login,
            WebSudoManager secureSessions,
            Retention retention,
            Erasure erasure) {
        super(screens, new Door(administrators, login, secureSessions));
        this.retention = retention;
        this.erasure = erasure;
        this.administrators = administrators;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        show(request, response, Map.of());
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String address = request.getParameter("address");
        show(request, response, address == null ? saved(request) : erased(address.strip(), request));
    }

    private Map<String, Object> saved(HttpServletRequest request) {
        OptionalInt raw = days(request.getParameter("rawMailDays"));
        OptionalInt senders = days(request.getParameter("logDays"));
        if (raw.isEmpty() || senders.isEmpty()) {
            Map<String, Object> again = new HashMap<>();
            again.put("rawMailDays", Objects.requireNonNullElse(request.getParameter("rawMailDays"), ""));
            again.put("logDays", Objects.requireNonNullElse(request.getParameter("logDays"), ""));
            again.put(
                    "notice",
                    Decisions.notice("error", screens.text("retention.wrong", Integer.toString(Retention.MOST_DAYS))));
            return again;
        }
        retention.set(raw.getAsInt(), senders.getAsInt());
        return Map.of("notice", Decisions.notice("success", screens.text("retention.saved")));
    }

    private Map<String, Object> erased(String address, HttpServletRequest request) throws IOException {
        if (address.indexOf('@') < 1) {
            return Map.of(
                    "address",
                    address,
                    "notice",
                    Decisions.notice("error", screens.text("retention.no-address", address)));
        }
        Erasure.Erased erased = erasure.of(address);
        // not whose: this log is kept, too
        log.info("{} erased a sender from {} messages", administrators.name(request), erased.messages());
        String text = screens.text("retention.erased", Integer.toString(erased.messages()));
        return Map.of(
                "notice",
                erased.waiting() == 0
                        ? Decisions.notice("success", text)
                        : Decisions.notice(
                                "warning",
                                text + " " + screens.text("retention.waiting", Integer.toString(erased.waiting()))));
    }

    private void show(HttpServletRequest request, HttpServletResponse response, Map<String, Object> more)
            throws IOException {
        Map<String, Object> data = new HashMap<>();
        data.put("rawMailDays", Integer.toString(retention.rawMailDays()));
        data.put("logDays", Integer.toString(retention.logDays()));
        data.put("address", "");
        data.putAll(more);
        screens.render(request, response, "Retention.page", data);
    }

    private static OptionalInt days(String typed) {
        boolean number = typed != null && typed.strip().matches("\\d{1,6}");
        int days = number ? Integer.parseInt(typed.strip()) : -1;
        return Retention.allowed(days) ? OptionalInt.of(days) : OptionalInt.empty();
    }
}

package org.incomingmail.dev.services.admin;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import javax.mail.internet.AddressException;
import javax.mail.internet.InternetAddress;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.incomingmail.dev.house.Pages;
import org.incomingmail.dev.house.SubmittedForm;
import org.incomingmail.dev.services.mail.OutgoingMail;
import org.incomingmail.dev.services.mail.SmtpServer;

/** Admin console > Outgoing Mail: the SMTP server that takes this instance's notifications. */
public final class OutgoingMailServlet extends HttpServlet {
    public static final String PATH = "/admin/mail/outgoing.action";
    private static final long serialVersionUID = 1L;
    private static final int HIGHEST_PORT = 65_535;
    private static final int LONGEST = 255;

    private final transient OutgoingMail mail;
    private final transient Pages pages;

    public OutgoingMailServlet(OutgoingMail mail, Pages pages) {
        this.mail = mail;
        this.pages = pages;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Map<String, Object> fields = mail.server()
                .<Map<String, Object>>map(server -> Map.of(
                        "host", server.host(),
                        "port", String.valueOf(server.port()),
                        "from", server.from(),
                        "username",
                                server.login().map(SmtpServer.Login::username).orElse("")))
                .orElse(Map.of("host", "", "port", "25", "from", "", "username", ""));
        show(request, response, fields, new SubmittedForm(request));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        SubmittedForm form = new SubmittedForm(request);
        SmtpServer server = read(form);
        if (!form.isAccepted()) {
            Map<String, Object> typed = Map.of(
                    "host", form.text("host"),
                    "port", form.text("port"),
                    "from", form.text("from"),
                    "username", form.text("username"));
            show(request, response, typed, form);
            return;
        }
        mail.configure(server);
        response.sendRedirect(request.getContextPath() + PATH + "?saved=true");
    }

    private SmtpServer read(SubmittedForm form) {
        String host = form.text("host");
        if (host.isEmpty() || host.length() > LONGEST || host.matches(".*[\\s/@].*")) {
            form.reject("host", "Enter the name or address of the SMTP server.");
        }
        int port = port(form.text("port"));
        if (port < 1 || port > HIGHEST_PORT) {
            form.reject("port", "Enter a port between 1 and 65535.");
        }
        if (!isAddress(form.text("from"))) {
            form.reject("from", "Enter an e-mail address.");
        }
        return new SmtpServer(host, port, form.text("from"), login(form));
    }

    /** An empty password keeps the stored one, as long as it is for the same user on the same server. */
    private Optional<SmtpServer.Login> login(SubmittedForm form) {
        String username = form.text("username");
        if (username.isEmpty()) {
            return Optional.empty();
        }
        String password = form.secret("password");
        if (!password.isEmpty()) {
            return Optional.of(new SmtpServer.Login(username, password));
        }
        Optional<SmtpServer.Login> kept = mail.server()
                .filter(stored -> stored.host().equalsIgnoreCase(form.text("host")))
                .flatMap(SmtpServer::login)
                .filter(stored -> stored.username().equals(username));
        if (kept.isEmpty()) {
            form.reject("password", "Enter the password of this user on this server.");
        }
        return kept;
    }

    private static int port(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static boolean isAddress(String text) {
        try {
            new InternetAddress(text, true).validate();
            return text.length() <= LONGEST;
        } catch (AddressException e) {
            return false;
        }
    }

    private void show(
            HttpServletRequest request, HttpServletResponse response, Map<String, Object> fields, SubmittedForm form)
            throws IOException {
        boolean hasPassword = mail.server().flatMap(SmtpServer::login).isPresent();
        pages.render(
                request,
                response,
                "Dev.Services.outgoingMail",
                Map.of(
                        "server",
                        fields,
                        "hasPassword",
                        hasPassword,
                        "configured",
                        mail.server().isPresent(),
                        "saved",
                        form.isChecked("saved") && form.isAccepted(),
                        "errors",
                        form.errors()));
    }
}

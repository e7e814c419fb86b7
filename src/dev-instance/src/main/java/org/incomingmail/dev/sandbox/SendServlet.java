package org.incomingmail.dev.sandbox;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.servlet.ServletException;
import javax.servlet.annotation.MultipartConfig;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.incomingmail.dev.house.Pages;
import org.incomingmail.dev.house.SubmittedForm;

/** Sends a mail to the sandbox: written here, as an answer to another one, or raw. */
@MultipartConfig(fileSizeThreshold = 1024 * 1024)
final class SendServlet extends HttpServlet {
    static final String PATH = "/sandbox/send.action";
    private static final long serialVersionUID = 1L;

    private final transient Inboxes inboxes;
    private final transient Sending sending;
    private final transient Reader reader;
    private final transient Pages pages;

    SendServlet(Inboxes inboxes, Sending sending, Reader reader, Pages pages) {
        this.inboxes = inboxes;
        this.sending = sending;
        this.reader = reader;
        this.pages = pages;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (reader.mustLogIn(request, response)) {
            return;
        }
        var form = new SubmittedForm(request);
        Draft draft = inboxes.mailbox(form.text("mailbox"))
                .flatMap(mailbox -> inboxes.message(mailbox, form.text("replyTo"))
                        .map(message -> Reply.to(message.getMimeMessage(), mailbox)))
                .orElseGet(() -> Draft.empty(
                        reader.address(request), inboxes.mailboxes().get(0).address()));
        show(request, response, draft, new SubmittedForm(request));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        if (reader.mustLogIn(request, response)) {
            return;
        }
        var form = new SubmittedForm(request);
        if (form.isChecked("sendRaw")) {
            sendRaw(request, response, form);
            return;
        }
        Draft draft = DraftFields.read(form, request);
        if (form.isAccepted()) {
            try {
                sending.send(draft);
            } catch (MessagingException e) {
                form.reject("form", "The mail server did not take the mail: " + e.getMessage());
            }
        }
        if (form.isAccepted()) {
            done(request, response, draft.to());
        } else {
            show(request, response, draft, form);
        }
    }

    private void sendRaw(HttpServletRequest request, HttpServletResponse response, SubmittedForm form)
            throws IOException, ServletException {
        byte[] raw = DraftFields.raw(form, request);
        String to = form.text("rawTo");
        if (form.isAccepted()) {
            try {
                to = to.isEmpty() ? sending.recipients(raw) : to;
                DraftFields.addresses(form, "rawTo", to, 20);
                if (form.isAccepted()) {
                    sending.send(raw, to);
                }
            } catch (MessagingException e) {
                form.reject("raw", "The mail server did not take the mail: " + e.getMessage());
            }
        }
        if (form.isAccepted()) {
            done(request, response, to);
        } else {
            Draft empty = Draft.empty(
                    reader.address(request), inboxes.mailboxes().get(0).address());
            show(request, response, empty, form);
        }
    }

    private static void done(HttpServletRequest request, HttpServletResponse response, String to) throws IOException {
        String first = to.split(",", 2)[0].replaceAll(".*<|>.*", "").strip();
        response.sendRedirect(request.getContextPath()
                + InboxServlet.PATH
                + "?sent=true&mailbox="
                + URLEncoder.encode(first, StandardCharsets.UTF_8));
    }

    private void show(HttpServletRequest request, HttpServletResponse response, Draft draft, SubmittedForm form)
            throws IOException {
        pages.render(
                request,
                response,
                "Dev.Sandbox.send",
                Map.of(
                        "draft", MailView.draft(draft),
                        "raw", form.secret("raw"),
                        "rawTo", form.text("rawTo"),
                        "errors", form.errors()));
    }
}

package org.incomingmail.dev.sandbox;

import com.icegreen.greenmail.store.StoredMessage;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.incomingmail.dev.house.Pages;
import org.incomingmail.dev.house.SubmittedForm;

/** One mail: header fields and text, or the raw message as a download. */
final class MessageServlet extends HttpServlet {
    static final String PATH = "/sandbox/message.action";
    static final String RAW_PATH = "/sandbox/message.eml";
    private static final long serialVersionUID = 1L;

    private final transient Inboxes inboxes;
    private final transient Reader reader;
    private final transient Pages pages;

    MessageServlet(Inboxes inboxes, Reader reader, Pages pages) {
        this.inboxes = inboxes;
        this.reader = reader;
        this.pages = pages;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (reader.mustLogIn(request, response)) {
            return;
        }
        var form = new SubmittedForm(request);
        Optional<Mailbox> mailbox = inboxes.mailbox(form.text("mailbox"));
        Optional<StoredMessage> message = mailbox.flatMap(found -> inboxes.message(found, form.text("uid")));
        if (message.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (request.getServletPath().equals(RAW_PATH)) {
            sendRaw(response, message.get());
        } else {
            pages.render(
                    request,
                    response,
                    "Dev.Sandbox.message",
                    Map.of(
                            "mailbox", mailbox.get().address(),
                            "mailboxes", MailView.mailboxes(inboxes.mailboxes(), mailbox.get()),
                            "message", MailView.whole(message.get())));
        }
    }

    private static void sendRaw(HttpServletResponse response, StoredMessage message) throws IOException {
        response.setContentType("message/rfc822");
        response.setHeader("Content-Disposition", "attachment; filename=\"message-" + message.getUid() + ".eml\"");
        response.setHeader("X-Content-Type-Options", "nosniff");
        try {
            message.getMimeMessage().writeTo(response.getOutputStream());
        } catch (MessagingException e) {
            throw new IOException("The message cannot be written", e);
        }
    }
}

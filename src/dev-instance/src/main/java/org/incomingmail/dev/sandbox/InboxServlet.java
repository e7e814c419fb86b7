package org.incomingmail.dev.sandbox;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.incomingmail.dev.house.Pages;
import org.incomingmail.dev.house.SubmittedForm;

/** Sandbox mail: how to reach the mail server, and what lies in a mailbox. */
final class InboxServlet extends HttpServlet {
    static final String PATH = "/sandbox/mail.action";
    private static final int MOST = 200;
    private static final long serialVersionUID = 1L;

    private final transient MailServers servers;
    private final transient Inboxes inboxes;
    private final transient OAuthDemo oauth;
    private final String authorityPem;
    private final transient Reader reader;
    private final transient Pages pages;

    InboxServlet(
            MailServers servers, Inboxes inboxes, OAuthDemo oauth, String authorityPem, Reader reader, Pages pages) {
        this.servers = servers;
        this.inboxes = inboxes;
        this.oauth = oauth;
        this.authorityPem = authorityPem;
        this.reader = reader;
        this.pages = pages;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (reader.mustLogIn(request, response)) {
            return;
        }
        var form = new SubmittedForm(request);
        Mailbox mailbox = inboxes.mailbox(form.text("mailbox"))
                .orElseGet(() -> inboxes.mailboxes().get(0));
        var all = inboxes.messages(mailbox);
        List<Map<String, Object>> messages =
                all.stream().limit(MOST).map(MailView::summary).toList();
        Map<String, Object> data = new HashMap<>();
        data.put("mailbox", mailbox);
        data.put("mailboxes", MailView.mailboxes(inboxes.mailboxes(), mailbox));
        data.put("messages", messages);
        data.put("more", all.size() - messages.size());
        data.put("host", MailServers.HOST);
        data.put("smtpPort", servers.smtpPort());
        data.put("imapPort", servers.imapPort());
        data.put("pop3Port", servers.pop3Port());
        data.put("imapsPort", servers.imapsPort());
        data.put("pop3sPort", servers.pop3sPort());
        data.put("takesPassword", mailbox.opens() == Mailbox.Opens.BY_PASSWORD);
        data.put("isShared", mailbox.opens() == Mailbox.Opens.BY_TOKEN_OF_OTHERS);
        data.put("owner", SandboxOAuth.MAILBOX);
        data.put("link", OAuthView.link(oauth));
        data.put("redirectUrl", oauth.client().ownAddress().toString());
        data.put("authorityPem", authorityPem);
        data.put("sent", form.isChecked("sent"));
        pages.render(request, response, "Dev.Sandbox.inbox", data);
    }
}

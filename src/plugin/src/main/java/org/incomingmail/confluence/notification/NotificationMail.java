package org.incomingmail.confluence.notification;

import com.atlassian.confluence.core.ContentEntityObject;
import com.atlassian.confluence.languages.LocaleManager;
import com.atlassian.confluence.pages.AbstractPage;
import com.atlassian.confluence.pages.Comment;
import com.atlassian.confluence.user.ConfluenceUser;
import com.atlassian.mail.Email;
import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.UrlMode;
import java.time.Instant;
import java.util.Optional;
import javax.inject.Inject;
import javax.inject.Named;
import org.incomingmail.confluence.host.Signing;
import org.incomingmail.engine.screening.Screening;
import org.incomingmail.engine.server.MailServer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Writes the notification of one receiver. */
@Named
public class NotificationMail {
    private static final int EXCERPT = 2_000;
    private final Signing signing;
    private final LocaleManager locales;
    private final ApplicationProperties properties;

    @Inject
    public NotificationMail(
            Signing signing,
            LocaleManager locales,
            @Named("salApplicationProperties") ApplicationProperties properties) {
        this.signing = signing;
        this.locales = locales;
        this.properties = properties;
    }

    /** Empty when no reply address can be made: the mailbox's own name is too long. */
    Optional<Email> about(
            ContentEntityObject content, AbstractPage page, ConfluenceUser receiver, MailServer server, Instant now) {
        String userKey = receiver.getKey().getStringValue();
        return signing.replyAddresses()
                .addressFor(server.toAddress(), userKey, content.getId(), now)
                .map(replyTo -> mail(content, page, receiver, server, now, replyTo));
    }

    private Email mail(
            ContentEntityObject content,
            AbstractPage page,
            ConfluenceUser receiver,
            MailServer server,
            Instant now,
            String replyTo) {
        NotificationTexts texts = new NotificationTexts(locales.getLocale(receiver));
        String host = server.toAddress().substring(server.toAddress().lastIndexOf('@') + 1);
        Email mail = new Email(receiver.getEmail());
        mail.setSubject(oneLine(texts.text("subject", page.getTitle())));
        mail.setReplyTo(replyTo);
        mail.setMessageId(signing.notificationIds()
                .idFor(content.getId(), receiver.getKey().getStringValue(), now, host));
        mail.setMimeType("text/plain");
        mail.setEncoding("UTF-8");
        mail.setBody(body(content, page, texts));
        // RFC 3834 section 5, and what Exchange understands
        mail.addHeader("Auto-Submitted", "auto-generated");
        mail.addHeader("X-Auto-Response-Suppress", "All");
        mail.addHeader(Screening.LOOP_HEADER, signing.instance());
        return mail;
    }

    private String body(ContentEntityObject content, AbstractPage page, NotificationTexts texts) {
        ConfluenceUser author = content.getCreator();
        String name = author == null ? properties.getDisplayName() : author.getFullName();
        String what = texts.text(content instanceof Comment ? "comment" : "page", name, page.getTitle());
        String link = texts.text("link", properties.getBaseUrl(UrlMode.CANONICAL) + content.getUrlPath());
        return String.join(
                "\n\n", texts.replyMarker(), what, excerpt(content.getBodyAsString()), link, texts.text("how") + "\n");
    }

    /** The words of the content, a paragraph to a line. */
    private static String excerpt(String storageFormat) {
        Document document = Jsoup.parse(storageFormat);
        document.select("ac|parameter, ac|link-body").remove();
        document.select("br").append("\\n");
        document.select("p, li, tr, h1, h2, h3, h4, h5, h6, pre, blockquote").append("\\n");
        String text =
                document.text().replace("\\n", "\n").replaceAll("\n +", "\n").strip();
        return text.length() <= EXCERPT ? text : text.substring(0, EXCERPT) + " ...";
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }
}

package org.incomingmail.dev.content.notices;

import com.atlassian.confluence.core.ContentEntityObject;
import com.atlassian.confluence.languages.LocaleManager;
import com.atlassian.confluence.mail.notification.NotificationEmailHelper;
import com.atlassian.confluence.pages.Comment;
import com.atlassian.confluence.spaces.Space;
import com.atlassian.confluence.user.ConfluenceUser;
import com.atlassian.mail.Email;
import com.atlassian.mail.server.MailServerManager;
import com.atlassian.mail.server.SMTPMailServer;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.function.Supplier;
import org.incomingmail.dev.content.markup.StorageRenderer;
import org.incomingmail.dev.content.screens.Links;
import org.incomingmail.dev.content.wiki.Spaces;
import org.incomingmail.dev.content.wiki.Wiki;
import org.jsoup.nodes.Entities;

/** One notification, in its receiver's language. */
public final class NoticeMail {

    private final Wiki wiki;
    private final MailServerManager servers;
    private final LocaleManager locales;
    private final Supplier<String> baseUrl;

    public NoticeMail(Wiki wiki, MailServerManager servers, LocaleManager locales, Supplier<String> baseUrl) {
        this.wiki = wiki;
        this.servers = servers;
        this.locales = locales;
        this.baseUrl = baseUrl;
    }

    Email about(ContentEntityObject content, ConfluenceUser receiver) {
        Locale locale = locales.getLocale(receiver);
        SMTPMailServer server = servers.getDefaultSMTPMailServer();
        Email email = new Email(receiver.getEmail());
        if (server != null) {
            email.setFrom(server.getDefaultFrom());
        }
        email.setFromName(author(content, locale) + " (Confluence)");
        email.setSubject(
                "[Confluence] " + space(content) + " > " + page(content).getTitle());
        email.setMimeType("text/html");
        email.setBody(body(content, receiver, locale));
        // RFC 3834 5: nobody's vacation notice shall answer this
        email.addHeader("Auto-Submitted", "auto-generated");
        email.addHeader("Precedence", "bulk");
        new NotificationEmailHelper(servers).populateTrackingHeaders(email, content.getId());
        return email;
    }

    private String body(ContentEntityObject content, ConfluenceUser receiver, Locale locale) {
        boolean comment = content instanceof Comment;
        Links links = new Links(wiki, receiver, baseUrl.get(), content);
        String headline = text(
                locale,
                comment ? "host.content.notice.comment" : "host.content.notice.page",
                "<strong>" + escaped(author(content, locale)) + "</strong>",
                "<a href=\"" + escaped(baseUrl.get() + page(content).getUrlPath()) + "\">"
                        + escaped(page(content).getTitle()) + "</a>");
        return "<!DOCTYPE html><html lang=\"" + locale.getLanguage() + "\"><head><meta charset=\"UTF-8\"></head>"
                + "<body style=\"font-family: sans-serif; color: #172b4d;\"><p>" + headline + "</p>"
                + "<div style=\"border-left: 3px solid #dfe1e6; padding-left: 12px;\">"
                + StorageRenderer.render(content.getBodyAsString(), links) + "</div>"
                + "<p><a href=\"" + escaped(baseUrl.get() + content.getUrlPath()) + "\">"
                + escaped(text(locale, comment ? "host.content.notice.view.comment" : "host.content.notice.view.page"))
                + "</a></p><p style=\"color: #5e6c84; font-size: 12px;\">"
                + escaped(text(locale, "host.content.notice.why")) + "</p></body></html>";
    }

    private static ContentEntityObject page(ContentEntityObject content) {
        ContentEntityObject container = content instanceof Comment ? ((Comment) content).getContainer() : null;
        return container == null ? content : container;
    }

    private static String space(ContentEntityObject content) {
        Space space = Spaces.of(content);
        return space == null ? "" : space.getName();
    }

    private static String author(ContentEntityObject content, Locale locale) {
        ConfluenceUser author = content.getCreator();
        return author == null ? text(locale, "host.content.anonymous") : author.getFullName();
    }

    private static String text(Locale locale, String key, Object... values) {
        ResourceBundle texts = ResourceBundle.getBundle(
                "host.content",
                locale,
                NoticeMail.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return new MessageFormat(texts.getString(key), locale).format(values);
    }

    private static String escaped(String text) {
        return Entities.escape(text);
    }
}

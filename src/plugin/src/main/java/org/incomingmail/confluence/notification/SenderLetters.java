package org.incomingmail.confluence.notification;

import com.atlassian.confluence.languages.LocaleManager;
import com.atlassian.confluence.user.ConfluenceUser;
import com.atlassian.confluence.user.UserAccessor;
import com.atlassian.mail.Email;
import com.atlassian.mail.MailException;
import com.atlassian.mail.server.MailServerManager;
import com.atlassian.mail.server.SMTPMailServer;
import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.UrlMode;
import com.atlassian.sal.api.user.UserKey;
import java.time.Instant;
import java.util.Locale;
import javax.inject.Inject;
import javax.inject.Named;
import org.incomingmail.confluence.host.Signing;
import org.incomingmail.confluence.storage.LetterCounts;
import org.incomingmail.engine.delivery.Letter;
import org.incomingmail.engine.delivery.Letters;
import org.incomingmail.engine.screening.Screening;
import org.incomingmail.engine.wiki.WikiContent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends letters about mail through the host's outgoing mail server. */
@Named
public class SenderLetters implements Letters {
    private static final Logger log = LoggerFactory.getLogger(SenderLetters.class);
    private static final String CONFIRM = "/plugins/servlet/incoming-mail/confirm?token=";

    private final MailServerManager outgoing;
    private final LocaleManager locales;
    private final UserAccessor users;
    private final ApplicationProperties properties;
    private final Signing signing;
    private final LetterCounts counts;

    @Inject
    public SenderLetters(
            MailServerManager outgoing,
            LocaleManager locales,
            UserAccessor users,
            @Named("salApplicationProperties") ApplicationProperties properties,
            Signing signing,
            LetterCounts counts) {
        this.outgoing = outgoing;
        this.locales = locales;
        this.users = users;
        this.properties = properties;
        this.signing = signing;
        this.counts = counts;
    }

    @Override
    public boolean mayGo(String address, Letter.Kind kind, int most, Instant now) {
        return counts.oneMore(address, kind.name(), most, now);
    }

    @Override
    public boolean send(Letter letter) {
        try {
            SMTPMailServer server = outgoing.getDefaultSMTPMailServer();
            if (server == null) {
                log.warn("IM-NOTIFICATION-FAILED there is no outgoing mail server for mail to senders");
                return false;
            }
            Email mail = mail(letter);
            mail.setFrom(server.getDefaultFrom());
            server.send(mail);
            return true;
        } catch (MailException | RuntimeException refused) {
            // the words of the mail server; the mail itself holds a secret link and is not logged
            log.warn("IM-NOTIFICATION-FAILED mail to a sender was refused: {}", refused.getMessage());
            return false;
        }
    }

    private Email mail(Letter letter) {
        ConfluenceUser user = users.getUserByKey(new UserKey(letter.receiver().key()));
        Locale locale = user == null ? locales.getSiteDefaultLocale() : locales.getLocale(user);
        LetterTexts texts = new LetterTexts(locale);
        Email mail = new Email(letter.receiver().email());
        mail.setSubject(texts.subject(letter).replaceAll("\\p{Cntrl}", " "));
        mail.setMimeType("text/plain");
        mail.setEncoding("UTF-8");
        mail.setBody(texts.body(letter, link(letter)));
        if (letter.kind() != Letter.Kind.SHARED) {
            mail.setInReplyTo(letter.about().messageId());
        }
        // RFC 3834 section 5, and what Exchange understands
        mail.addHeader("Auto-Submitted", "auto-replied");
        mail.addHeader("X-Auto-Response-Suppress", "All");
        mail.addHeader(Screening.LOOP_HEADER, signing.instance());
        return mail;
    }

    private String link(Letter letter) {
        return letter.link()
                .map(way -> properties.getBaseUrl(UrlMode.CANONICAL) + CONFIRM + way.token())
                .or(() -> letter.content().map(WikiContent::url))
                .orElse("");
    }
}

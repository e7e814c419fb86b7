package org.incomingmail.confluence.notices;

import com.atlassian.mail.Email;
import com.atlassian.mail.MailException;
import com.atlassian.mail.server.MailServerManager;
import com.atlassian.mail.server.SMTPMailServer;
import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.UrlMode;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.inject.Inject;
import javax.inject.Named;
import org.incomingmail.confluence.host.Signing;
import org.incomingmail.engine.screening.Screening;
import org.incomingmail.engine.server.MailServer;
import org.incomingmail.engine.server.ServerState;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes notices and sends them through the host's outgoing mail server. */
@Named
public class NoticeMail implements NoticeSender {
    private static final Logger log = LoggerFactory.getLogger(NoticeMail.class);
    private static final String SERVERS = "/plugins/servlet/incoming-mail/servers";

    private final Receivers receivers;
    private final MailServerManager outgoing;
    private final ApplicationProperties properties;
    private final Signing signing;

    @Inject
    public NoticeMail(
            Receivers receivers,
            MailServerManager outgoing,
            @Named("salApplicationProperties") ApplicationProperties properties,
            Signing signing) {
        this.receivers = receivers;
        this.outgoing = outgoing;
        this.properties = properties;
        this.signing = signing;
    }

    /** A notice in one language. */
    private record Written(String subject, String body) {}

    @Override
    public boolean stopped(Trouble.Stopped stopped) {
        return send(texts -> {
            MailServer server = stopped.server();
            ServerState state = stopped.state();
            String code = Objects.requireNonNullElse(state.lastCode(), "");
            String said = state.lastDetail() == null ? "" : texts.text("said", state.lastDetail()) + "\n\n";
            return new Written(
                    texts.text("stopped.subject", server.name()),
                    texts.text(
                            "stopped.body",
                            server.name(),
                            server.toAddress(),
                            moment(texts, state.since()),
                            code,
                            texts.cause(code, state.lastArguments()),
                            texts.remedy(code, state.lastArguments()),
                            said,
                            texts.text(stopped.authorize() ? "authorize" : "edit"),
                            address(server)));
        });
    }

    @Override
    public boolean worksAgain(MailServer server) {
        return send(texts -> new Written(
                texts.text("works.subject", server.name()),
                texts.text("works.body", server.name(), server.toAddress(), address(server))));
    }

    @Override
    public boolean secretExpires(Trouble.SecretExpires secret) {
        return send(texts -> {
            String names = secret.servers().stream()
                    .map(server -> "- " + server.name() + " (" + server.toAddress() + ")")
                    .collect(Collectors.joining("\n"));
            String kind = secret.daysLeft() == 0 ? "expired" : "expires";
            return new Written(
                    texts.text(kind + ".subject", secret.client(), secret.daysLeft()),
                    texts.text(
                            kind + ".body",
                            secret.client(),
                            texts.moment(secret.expires()),
                            names,
                            properties.getBaseUrl(UrlMode.CANONICAL) + SERVERS));
        });
    }

    private static String moment(NoticeTexts texts, @Nullable Instant moment) {
        return moment == null ? "?" : texts.moment(moment);
    }

    private String address(MailServer server) {
        return properties.getBaseUrl(UrlMode.CANONICAL) + SERVERS + "/" + server.id();
    }

    /** To each receiver in a mail of its own; one that is refused does not stop the others. */
    private boolean send(Function<NoticeTexts, Written> write) {
        Map<String, Locale> all = receivers.all();
        SMTPMailServer server = outgoing.getDefaultSMTPMailServer();
        if (server == null || all.isEmpty()) {
            log.debug("No notice to administrators: no outgoing mail server, or nobody to send it to");
            return false;
        }
        int sent = 0;
        for (Map.Entry<String, Locale> receiver : all.entrySet()) {
            Written written = write.apply(new NoticeTexts(receiver.getValue()));
            sent += sent(server, receiver.getKey(), written) ? 1 : 0;
        }
        return sent > 0;
    }

    private boolean sent(SMTPMailServer server, String receiver, Written written) {
        Email mail = new Email(receiver);
        mail.setFrom(server.getDefaultFrom());
        mail.setSubject(written.subject().replaceAll("\\p{Cntrl}", " "));
        mail.setMimeType("text/plain");
        mail.setEncoding("UTF-8");
        mail.setBody(written.body().strip() + "\n");
        // RFC 3834 section 5, and what Exchange understands
        mail.addHeader("Auto-Submitted", "auto-generated");
        mail.addHeader("X-Auto-Response-Suppress", "All");
        mail.addHeader(Screening.LOOP_HEADER, signing.instance());
        try {
            server.send(mail);
            return true;
        } catch (MailException | RuntimeException refused) {
            log.warn("IM-NOTIFICATION-FAILED a notice to administrators was refused: {}", refused.getMessage());
            return false;
        }
    }
}

package org.incomingmail.dev.sandbox;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Date;
import java.util.Properties;

/** Sends mail to the sandbox by SMTP, as any mail program would. */
final class Sending {
    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    private static final String MILLIS = "20000";

    private final int port;
    private final InstantSource clock;
    private final Session session;

    Sending(int port, InstantSource clock) {
        this.port = port;
        this.clock = clock;
        var properties = new Properties();
        // Message-IDs get this domain instead of the name of somebody's computer
        properties.setProperty("mail.from", "sandbox@" + Mailbox.DOMAIN);
        properties.setProperty("mail.smtp.localhost", "sandbox." + Mailbox.DOMAIN);
        properties.setProperty("mail.smtp.connectiontimeout", MILLIS);
        properties.setProperty("mail.smtp.timeout", MILLIS);
        this.session = Session.getInstance(properties);
    }

    void send(Draft draft) throws MessagingException {
        var message = new MimeMessage(session);
        message.setFrom(new InternetAddress(draft.from()));
        message.setRecipients(Message.RecipientType.TO, InternetAddress.parse(draft.to()));
        message.setSubject(draft.subject(), UTF_8);
        message.setSentDate(Date.from(clock.instant()));
        if (!draft.inReplyTo().isEmpty()) {
            message.setHeader("In-Reply-To", draft.inReplyTo());
            message.setHeader("References", draft.references().isEmpty() ? draft.inReplyTo() : draft.references());
        }
        String type = draft.html() ? "html" : "plain";
        if (draft.attachments().isEmpty()) {
            message.setText(draft.body(), UTF_8, type);
        } else {
            message.setContent(multipart(draft, type));
        }
        message.saveChanges();
        send(message, draft.to());
    }

    /** Sends a whole message as it is to these recipients. */
    void send(byte[] raw, String to) throws MessagingException {
        send(new MimeMessage(session, new ByteArrayInputStream(raw)), to);
    }

    /** Whom a raw message names as recipients, in its own words. */
    String recipients(byte[] raw) throws MessagingException {
        String to = new MimeMessage(session, new ByteArrayInputStream(raw)).getHeader("To", ", ");
        return to == null ? "" : to;
    }

    private void send(MimeMessage message, String to) throws MessagingException {
        try (Transport transport = session.getTransport("smtp")) {
            transport.connect(MailServers.HOST, port, null, null);
            transport.sendMessage(message, InternetAddress.parse(to));
        }
    }

    private static MimeMultipart multipart(Draft draft, String type) throws MessagingException {
        var multipart = new MimeMultipart();
        var text = new MimeBodyPart();
        text.setText(draft.body(), UTF_8, type);
        multipart.addBodyPart(text);
        for (Draft.Attachment attachment : draft.attachments()) {
            var part = new MimeBodyPart();
            part.setDataHandler(
                    new DataHandler(new ByteArrayDataSource(attachment.content(), attachment.contentType())));
            part.setFileName(attachment.name());
            multipart.addBodyPart(part);
        }
        return multipart;
    }
}

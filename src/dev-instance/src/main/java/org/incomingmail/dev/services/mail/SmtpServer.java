package org.incomingmail.dev.services.mail;

import com.atlassian.mail.Email;
import com.atlassian.mail.MailException;
import com.atlassian.mail.server.SMTPMailServer;
import java.io.UnsupportedEncodingException;
import java.util.Date;
import java.util.Map;
import java.util.Properties;
import javax.mail.Message;
import javax.mail.MessagingException;
import javax.mail.Session;
import javax.mail.Transport;
import javax.mail.internet.InternetAddress;
import javax.mail.internet.MimeMessage;

/**
 * A server that takes our mail by SMTP, bounded in time.
 *
 * @param from address of mail that names no sender
 */
public record SmtpServer(String host, int port, String from) implements SMTPMailServer {
    private static final String TIMEOUT_MILLIS = "15000";

    @Override
    public String getDefaultFrom() {
        return from;
    }

    @Override
    public String getPrefix() {
        return "[Confluence]";
    }

    @Override
    public void send(Email email) throws MailException {
        // javax.mail finds its parts through the context class loader, and apps call us with theirs
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(SmtpServer.class.getClassLoader());
        try {
            Transport.send(message(email));
        } catch (MessagingException | UnsupportedEncodingException e) {
            throw new MailException("the outgoing mail server " + host + ":" + port + " says: " + e.getMessage(), e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private MimeMessage message(Email email) throws MessagingException, UnsupportedEncodingException {
        MimeMessage message = new KeptMessageId(session(), email.getMessageId());
        String sender = email.getFrom().isEmpty() ? from : email.getFrom();
        message.setFrom(
                email.getFromName().isEmpty()
                        ? new InternetAddress(sender)
                        : new InternetAddress(sender, email.getFromName(), "UTF-8"));
        message.setRecipients(Message.RecipientType.TO, InternetAddress.parse(email.getTo()));
        message.setSubject(email.getSubject(), "UTF-8");
        message.setSentDate(new Date());
        String replyTo = email.getReplyTo();
        if (replyTo != null) {
            message.setReplyTo(InternetAddress.parse(replyTo));
        }
        String inReplyTo = email.getInReplyTo();
        if (inReplyTo != null) {
            message.setHeader("In-Reply-To", inReplyTo);
        }
        for (Map.Entry<String, String> header : email.getHeaders().entrySet()) {
            message.setHeader(header.getKey(), header.getValue());
        }
        message.setContent(email.getBody(), email.getMimeType() + "; charset=" + email.getEncoding());
        return message;
    }

    private Session session() {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", host);
        properties.put("mail.smtp.port", String.valueOf(port));
        properties.put("mail.smtp.connectiontimeout", TIMEOUT_MILLIS);
        properties.put("mail.smtp.timeout", TIMEOUT_MILLIS);
        properties.put("mail.smtp.writetimeout", TIMEOUT_MILLIS);
        return Session.getInstance(properties);
    }

    /** Sends the Message-ID that was given, where javax.mail would make its own. */
    private static final class KeptMessageId extends MimeMessage {
        private final @org.jspecify.annotations.Nullable String messageId;

        KeptMessageId(Session session, @org.jspecify.annotations.Nullable String messageId) {
            super(session);
            this.messageId = messageId;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            if (messageId == null) {
                super.updateMessageID();
            } else {
                setHeader("Message-ID", messageId);
            }
        }
    }
}

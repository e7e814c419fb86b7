package org.incomingmail.dev.services.mail;

import com.atlassian.mail.Email;
import com.atlassian.mail.MailException;
import com.atlassian.mail.server.SMTPMailServer;
import com.sun.mail.smtp.SMTPTransport;
import java.io.UnsupportedEncodingException;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import javax.activation.DataHandler;
import javax.activation.DataSource;
import javax.mail.Message;
import javax.mail.MessagingException;
import javax.mail.Session;
import javax.mail.internet.InternetAddress;
import javax.mail.internet.MimeMessage;
import javax.mail.internet.MimeUtility;
import javax.mail.util.ByteArrayDataSource;
import org.jspecify.annotations.Nullable;

/**
 * A server that takes our mail by SMTP, bounded in time.
 *
 * @param from address of mail that names no sender
 * @param login who we are there, if it asks
 */
public record SmtpServer(String host, int port, String from, Optional<Login> login) implements SMTPMailServer {
    private static final String TIMEOUT_MILLIS = "15000";

    /** A server that asks nobody who they are. */
    public SmtpServer(String host, int port, String from) {
        this(host, port, from, Optional.empty());
    }

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
            deliver(message(email));
        } catch (MessagingException | UnsupportedEncodingException e) {
            throw new MailException("the outgoing mail server " + host + ":" + port + " says: " + e.getMessage(), e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    // not by Transport.send: it asks provider files, and those of Jakarta Mail may come first on the class path
    private void deliver(MimeMessage message) throws MessagingException {
        message.saveChanges();
        try (SMTPTransport transport = new SMTPTransport(message.getSession(), null)) {
            transport.connect(
                    host,
                    port,
                    login.map(Login::username).orElse(null),
                    login.map(Login::password).orElse(null));
            transport.sendMessage(message, message.getAllRecipients());
        }
    }

    private MimeMessage message(Email email) throws MessagingException, UnsupportedEncodingException {
        MimeMessage message = new KeptMessageId(session(), messageId(email));
        String sender = email.getFrom().isEmpty() ? from : email.getFrom();
        message.setFrom(
                email.getFromName().isEmpty()
                        ? new InternetAddress(sender)
                        : new InternetAddress(sender, email.getFromName(), "UTF-8"));
        message.setRecipients(Message.RecipientType.TO, InternetAddress.parse(email.getTo()));
        message.setSubject(oneLine(email.getSubject()), "UTF-8");
        message.setSentDate(new Date());
        String replyTo = email.getReplyTo();
        if (replyTo != null) {
            message.setReplyTo(InternetAddress.parse(replyTo));
        }
        String inReplyTo = email.getInReplyTo();
        if (inReplyTo != null) {
            message.setHeader("In-Reply-To", oneLine(inReplyTo));
        }
        for (Map.Entry<String, String> header : email.getHeaders().entrySet()) {
            message.setHeader(
                    oneLine(header.getKey()), MimeUtility.encodeText(oneLine(header.getValue()), "UTF-8", null));
        }
        message.setDataHandler(new DataHandler(body(email)));
        return message;
    }

    // as bytes with a type: for a text, javax.mail would ask mailcap files, and those of Jakarta Mail lie beside its
    // own
    private static DataSource body(Email email) throws MessagingException, UnsupportedEncodingException {
        String type = oneLine(email.getMimeType() + "; charset=" + email.getEncoding());
        return new ByteArrayDataSource(email.getBody().getBytes(email.getEncoding()), type);
    }

    private static @Nullable String messageId(Email email) throws MessagingException {
        String id = email.getMessageId() == null ? email.getHeaders().get("Message-ID") : email.getMessageId();
        return id == null ? null : oneLine(id);
    }

    /** A line break in a header would start a header, or a body, of somebody else's choice. */
    private static String oneLine(String header) throws MessagingException {
        if (header.indexOf('\r') >= 0 || header.indexOf('\n') >= 0) {
            throw new MessagingException("a header of the mail has a line break");
        }
        return header;
    }

    private Session session() {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", host);
        properties.put("mail.smtp.port", String.valueOf(port));
        properties.put("mail.smtp.auth", String.valueOf(login.isPresent()));
        properties.put("mail.smtp.starttls.enable", "true");
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.connectiontimeout", TIMEOUT_MILLIS);
        properties.put("mail.smtp.timeout", TIMEOUT_MILLIS);
        properties.put("mail.smtp.writetimeout", TIMEOUT_MILLIS);
        return Session.getInstance(properties);
    }

    /** Sends the Message-ID that was given, where javax.mail would make its own. */
    private static final class KeptMessageId extends MimeMessage {
        private final @Nullable String messageId;

        KeptMessageId(Session session, @Nullable String messageId) {
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

    /** User name and password; shown without the password. */
    public record Login(String username, String password) {
        @Override
        public String toString() {
            return username;
        }
    }
}

package org.incomingmail.acceptance;

import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;

/** A user's mailbox in the sandbox, as the user's mail program reads it. */
public final class Inbox {
    private final int port;
    private final String username;

    public Inbox(Path home, String username) throws IOException {
        Properties ports = new Properties();
        try (Reader in = Files.newBufferedReader(home.resolve("sandbox/ports.properties"))) {
            ports.load(in);
        }
        this.port = Integer.parseInt(ports.getProperty("imap"));
        this.username = username;
    }

    /** What a mail program needs to answer. */
    public record Received(String subject, String replyTo, String messageId) {}

    public List<Received> mails() throws MessagingException {
        Session session = Session.getInstance(new Properties());
        try (Store store = session.getStore("imap")) {
            store.connect("127.0.0.1", port, username, username);
            Folder inbox = store.getFolder("INBOX");
            inbox.open(Folder.READ_ONLY);
            return Arrays.stream(inbox.getMessages()).map(Inbox::received).toList();
        }
    }

    /** The texts of all mails. */
    public List<String> bodies() throws MessagingException, IOException {
        Session session = Session.getInstance(new Properties());
        try (Store store = session.getStore("imap")) {
            store.connect("127.0.0.1", port, username, username);
            Folder inbox = store.getFolder("INBOX");
            inbox.open(Folder.READ_ONLY);
            List<String> bodies = new ArrayList<>();
            for (Message message : inbox.getMessages()) {
                bodies.add(String.valueOf(message.getContent()));
            }
            return bodies;
        }
    }

    private static Received received(Message message) {
        try {
            return new Received(
                    String.valueOf(message.getSubject()),
                    message.getReplyTo()[0].toString(),
                    message.getHeader("Message-ID")[0]);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}

package org.incomingmail.dev.sandbox;

import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Properties;

/** Talks to the sandbox as any mail program would. */
final class MailClient {
    private final MailServers servers;
    private final Session session = Session.getInstance(new Properties());

    MailClient(MailServers servers) {
        this.servers = servers;
    }

    void send(String to, String subject, String text) throws Exception {
        var message = new MimeMessage(session);
        message.setFrom("alice@wiki.test");
        message.setRecipients(Message.RecipientType.TO, to);
        message.setSubject(subject, "UTF-8");
        message.setText(text, "UTF-8");
        message.saveChanges();
        try (Transport transport = session.getTransport("smtp")) {
            transport.connect(MailServers.HOST, servers.smtpPort(), null, null);
            transport.sendMessage(message, InternetAddress.parse(to));
        }
    }

    Store imap(String user) throws Exception {
        return imap(user, user);
    }

    Store imap(String user, String password) throws Exception {
        Store store = session.getStore("imap");
        store.connect(MailServers.HOST, servers.imapPort(), user, password);
        return store;
    }

    Store pop3(String user) throws Exception {
        return pop3(user, user);
    }

    Store pop3(String user, String password) throws Exception {
        Store store = session.getStore("pop3");
        store.connect(MailServers.HOST, servers.pop3Port(), user, password);
        return store;
    }

    static Folder open(Store store, String name) throws Exception {
        Folder folder = store.getFolder(name);
        folder.open(Folder.READ_WRITE);
        return folder;
    }
}

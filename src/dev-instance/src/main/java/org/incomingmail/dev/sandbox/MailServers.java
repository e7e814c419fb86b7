package org.incomingmail.dev.sandbox;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.imap.ImapHostManagerImpl;
import com.icegreen.greenmail.imap.ImapServer;
import com.icegreen.greenmail.pop3.Pop3Server;
import com.icegreen.greenmail.server.AbstractServer;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpServer;
import com.icegreen.greenmail.store.Store;
import com.icegreen.greenmail.user.UserManager;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/** SMTP, IMAP and POP3 on the loopback interface, over mail that survives restarts. */
final class MailServers implements AutoCloseable {
    static final String HOST = "127.0.0.1";
    private static final int IDLE_MILLIS = 600_000;
    private static final int START_MILLIS = 20_000;

    private final DurableStore durable;
    private final ImapHostManager mail;
    private final Mailboxes mailboxes;
    private final AbstractServer smtp;
    private final AbstractServer imap;
    private final AbstractServer pop3;

    private MailServers(Path home, InstantSource clock) throws IOException {
        durable = new DurableStore(home.resolve("mail"), clock);
        mail = new ImapHostManagerImpl(durable.asStore());
        var users = new UserManager(mail);
        mailboxes = new Mailboxes(users, home.resolve("mailboxes.txt"));
        users.setMessageDeliveryHandler((message, address) -> mailboxes.recipient(address.getEmail()));
        var managers = new Wiring(mail, users, new BoundedSmtp(mail, users, mailboxes));
        var ports = new StoredPorts(home.resolve("ports.properties"));
        smtp = new SmtpServer(setup(ServerSetup.PROTOCOL_SMTP, ports), managers);
        imap = new ImapServer(setup(ServerSetup.PROTOCOL_IMAP, ports), managers);
        pop3 = new Pop3Server(setup(ServerSetup.PROTOCOL_POP3, ports), managers);
    }

    /** Starts with these mailboxes and everything that was kept under the folder. */
    static MailServers start(Path home, InstantSource clock, List<String> addresses) throws Exception {
        var servers = new MailServers(home, clock);
        servers.mailboxes.open(addresses);
        Store store = servers.mail.getStore();
        new Loading(servers.durable, store).load(home.resolve("mail"));
        try {
            for (AbstractServer server : List.of(servers.smtp, servers.imap, servers.pop3)) {
                server.setDaemon(true);
                server.setClientSocketTimeout(IDLE_MILLIS);
                server.startService();
                if (!server.waitTillRunning(START_MILLIS)) {
                    throw new IOException("The sandbox cannot open a port for " + server.getProtocol());
                }
                new StoredPorts(home.resolve("ports.properties")).remember(server.getProtocol(), server.getPort());
            }
            return servers;
        } catch (Exception e) {
            servers.close();
            throw e;
        }
    }

    int smtpPort() {
        return smtp.getPort();
    }

    int imapPort() {
        return imap.getPort();
    }

    int pop3Port() {
        return pop3.getPort();
    }

    Mailboxes mailboxes() {
        return mailboxes;
    }

    /** What lies in the mailboxes. */
    ImapHostManager mail() {
        return mail;
    }

    @Override
    public void close() {
        for (AbstractServer server : List.of(smtp, imap, pop3)) {
            server.stopService();
        }
    }

    private static ServerSetup setup(String protocol, StoredPorts ports) throws IOException {
        return new ServerSetup(ports.wanted(protocol), HOST, protocol);
    }

    /** GreenMail's servers with the sandbox's own store and limits. */
    private static final class Wiring extends Managers {
        private final ImapHostManager mail;
        private final UserManager users;
        private final SmtpManager smtp;

        Wiring(ImapHostManager mail, UserManager users, SmtpManager smtp) {
            this.mail = mail;
            this.users = users;
            this.smtp = smtp;
        }

        @Override
        public ImapHostManager getImapHostManager() {
            return mail;
        }

        @Override
        public UserManager getUserManager() {
            return users;
        }

        @Override
        public SmtpManager getSmtpManager() {
            return smtp;
        }
    }
}

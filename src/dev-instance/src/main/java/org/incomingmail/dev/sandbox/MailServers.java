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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.incomingmail.dev.sandbox.login.TlsImapServer;
import org.incomingmail.dev.sandbox.login.TlsPop3Server;
import org.incomingmail.dev.sandbox.login.TokenLogin;
import org.incomingmail.dev.sandbox.login.TokenMailboxes;
import org.incomingmail.dev.sandbox.provider.ProviderControls;

/** SMTP, IMAP and POP3 on the loopback interface, plain and over TLS, over mail that survives restarts. */
final class MailServers implements AutoCloseable {
    static final String HOST = "127.0.0.1";
    private static final int IDLE_MILLIS = 600_000;
    private static final int START_MILLIS = 20_000;

    private final DurableStore durable;
    private final ImapHostManager mail;
    private final Mailboxes mailboxes;
    private final Map<String, AbstractServer> byProtocol = new LinkedHashMap<>();

    private MailServers(Path home, InstantSource clock, Optional<TlsPorts> tls) throws IOException {
        durable = new DurableStore(home.resolve("mail"), clock);
        mail = new ImapHostManagerImpl(durable.asStore());
        var users = new UserManager(mail);
        TokenMailboxes tokens = tls.map(TlsPorts::mailboxes).orElse(TokenMailboxes.NONE);
        mailboxes = new Mailboxes(users, home.resolve("mailboxes.txt"), tokens);
        users.setMessageDeliveryHandler((message, address) -> mailboxes.recipient(address.getEmail()));
        var managers = new Wiring(mail, users, new BoundedSmtp(mail, users, mailboxes));
        var ports = new StoredPorts(home.resolve("ports.properties"));
        add(new SmtpServer(setup(ServerSetup.PROTOCOL_SMTP, ports), managers));
        add(new ImapServer(setup(ServerSetup.PROTOCOL_IMAP, ports), managers));
        add(new Pop3Server(setup(ServerSetup.PROTOCOL_POP3, ports), managers));
        if (tls.isPresent()) {
            var login = new TokenLogin(tls.get().provider(), users, tokens);
            SSLContext certificate = tls.get().certificate();
            add(new TlsImapServer(setup(ServerSetup.PROTOCOL_IMAPS, ports), managers, certificate, login));
            add(new TlsPop3Server(setup(ServerSetup.PROTOCOL_POP3S, ports), managers, certificate, login));
        }
    }

    private void add(AbstractServer server) {
        byProtocol.put(server.getProtocol(), server);
    }

    /** Starts with these mailboxes and everything that was kept under the folder, without TLS. */
    static MailServers start(Path home, InstantSource clock, List<String> addresses) throws Exception {
        return start(home, clock, addresses, Optional.empty());
    }

    /** Starts with these mailboxes and everything that was kept under the folder. */
    static MailServers start(Path home, InstantSource clock, List<String> addresses, Optional<TlsPorts> tls)
            throws Exception {
        var servers = new MailServers(home, clock, tls);
        servers.mailboxes.open(addresses);
        Store store = servers.mail.getStore();
        new Loading(servers.durable, store).load(home.resolve("mail"));
        try {
            for (AbstractServer server : servers.byProtocol.values()) {
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
        return port(ServerSetup.PROTOCOL_SMTP);
    }

    int imapPort() {
        return port(ServerSetup.PROTOCOL_IMAP);
    }

    int pop3Port() {
        return port(ServerSetup.PROTOCOL_POP3);
    }

    int imapsPort() {
        return port(ServerSetup.PROTOCOL_IMAPS);
    }

    int pop3sPort() {
        return port(ServerSetup.PROTOCOL_POP3S);
    }

    private int port(String protocol) {
        AbstractServer server = byProtocol.get(protocol);
        if (server == null) {
            throw new IllegalStateException("the sandbox was started without " + protocol);
        }
        return server.getPort();
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
        for (AbstractServer server : byProtocol.values()) {
            server.stopService();
        }
    }

    private static ServerSetup setup(String protocol, StoredPorts ports) throws IOException {
        return new ServerSetup(ports.wanted(protocol), HOST, protocol);
    }

    /** What the ports with TLS need. */
    record TlsPorts(TokenMailboxes mailboxes, ProviderControls provider, SSLContext certificate) {}

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

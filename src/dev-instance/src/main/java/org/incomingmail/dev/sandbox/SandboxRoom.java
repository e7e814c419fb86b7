package org.incomingmail.dev.sandbox;

import com.atlassian.sal.api.auth.LoginUriProvider;
import com.atlassian.sal.api.user.UserManager;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.incomingmail.dev.house.Host;
import org.incomingmail.dev.house.Room;
import org.incomingmail.dev.house.Routes;
import org.incomingmail.dev.sandbox.certificates.CertificateAuthority;
import org.incomingmail.dev.services.mail.OutgoingMail;
import org.jspecify.annotations.Nullable;

/**
 * The demo's own mail server and OAuth 2.0 provider with their screens. In a cluster they stand beside its entry, which
 * shows the screens for all nodes.
 */
public final class SandboxRoom implements Room {
    /** The wiki's mailbox first: it is what the demo is about. */
    private static final List<String> MAILBOXES = List.of(
            "wiki@wiki.test",
            "admin@wiki.test",
            "alice@wiki.test",
            "bob@wiki.test",
            "hanako@wiki.test",
            SandboxOAuth.MAILBOX,
            SandboxOAuth.SHARED);

    private final InstantSource clock;
    private @Nullable OAuthDemo oauth;
    private @Nullable MailServers servers;

    public SandboxRoom() {
        this(InstantSource.system());
    }

    SandboxRoom(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public void open(Host host) throws Exception {
        MailCapabilities.settle();
        host.routes().descriptor("host/sandbox.xml");
        if (host.options().membership().filter(member -> !member.entry()).isPresent()) {
            return;
        }
        Path home = host.options().home().resolve("sandbox");
        OAuthDemo demo = OAuthDemo.start(home, clock, host.baseUrl(), this::account);
        oauth = demo;
        CertificateAuthority authority = CertificateAuthority.open(home);
        var tls =
                new MailServers.TlsPorts(SandboxOAuth.MAILBOXES, demo.provider().controls(), authority.forServers());
        MailServers started = MailServers.start(home, clock, MAILBOXES, Optional.of(tls));
        servers = started;

        takeOutgoingMail(host.services().get(OutgoingMail.class), started.smtpPort());

        var inboxes = new Inboxes(started);
        var sending = new Sending(started.smtpPort(), clock);
        var reader = new Reader(() -> host.services().get(UserManager.class), () -> host.services()
                .get(LoginUriProvider.class));
        Routes routes = host.routes();
        routes.servlet(
                InboxServlet.PATH, new InboxServlet(started, inboxes, demo, authority.pem(), reader, host.pages()));
        routes.servlet(ProviderServlet.PATH, new ProviderServlet(demo, reader, host.pages()));
        routes.servlet(MessageServlet.PATH, new MessageServlet(inboxes, reader, host.pages()));
        routes.servlet(MessageServlet.RAW_PATH, new MessageServlet(inboxes, reader, host.pages()));
        routes.servlet(SendServlet.PATH, new SendServlet(inboxes, sending, reader, host.pages()));
    }

    /** Who signs in at the provider: people are the mailboxes' owners. */
    private Optional<String> account(String name, String password) {
        return servers == null ? Optional.empty() : servers.mailboxes().account(name, password);
    }

    /** What the wiki sends lands here too, unless an administrator set another server meanwhile. */
    private static void takeOutgoingMail(OutgoingMail outgoing, int port) {
        boolean ours = outgoing.server()
                .map(server -> server.host().equals(MailServers.HOST))
                .orElse(true);
        if (ours) {
            outgoing.configure(MailServers.HOST, port, MAILBOXES.get(0));
        }
    }

    /** For tests. */
    OAuthDemo oauth() {
        return Objects.requireNonNull(oauth);
    }

    /** For tests. */
    MailServers servers() {
        return Objects.requireNonNull(servers);
    }

    @Override
    public void close() {
        if (servers != null) {
            servers.close();
        }
        if (oauth != null) {
            oauth.close();
        }
    }
}

package org.incomingmail.dev.sandbox.login;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.imap.ImapHandler;
import com.icegreen.greenmail.imap.ImapRequestHandler;
import com.icegreen.greenmail.imap.ImapSession;
import com.icegreen.greenmail.imap.ImapSessionImpl;
import com.icegreen.greenmail.imap.ProtocolException;
import com.icegreen.greenmail.server.AbstractServer;
import com.icegreen.greenmail.server.ProtocolHandler;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** IMAP over TLS, opened by tokens or passwords. */
public final class TlsImapServer extends AbstractServer {
    private final SSLContext tls;
    private final TokenLogin login;

    public TlsImapServer(ServerSetup setup, Managers managers, SSLContext tls, TokenLogin login) {
        super(setup, managers);
        this.tls = tls;
        this.login = login;
    }

    @Override
    protected ServerSocket openServerSocket() throws IOException {
        return TlsSocket.open(tls, bindTo, setup.getPort());
    }

    @Override
    protected ProtocolHandler createProtocolHandler(Socket client) {
        return new Handler(client);
    }

    private final class Handler extends ImapHandler {
        Handler(Socket client) {
            super(managers.getUserManager(), managers.getImapHostManager(), client);
        }

        @Override
        public void run() {
            try (var in = new BufferedInputStream(socket.getInputStream());
                    var out = new BufferedOutputStream(socket.getOutputStream())) {
                Optional<GreenMailUser> user = new ImapLogin(new Lines(in, out), login).run();
                if (user.isPresent()) {
                    ImapSession session = new ImapSessionImpl(
                            managers.getImapHostManager(),
                            managers.getUserManager(),
                            this,
                            socket.getInetAddress().getHostAddress());
                    session.setAuthenticated(user.get());
                    var requests = new ImapRequestHandler();
                    boolean more = true;
                    while (more && !isQuitting()) {
                        more = requests.handleRequest(in, out, session);
                    }
                }
            } catch (IOException | ProtocolException e) {
                // the client hung up, or does not trust the certificate
                log.debug("IMAP over TLS ended: {}", e.toString());
            } finally {
                close();
            }
        }
    }
}

package org.incomingmail.dev.sandbox.login;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.pop3.Pop3Handler;
import com.icegreen.greenmail.pop3.commands.Pop3Command;
import com.icegreen.greenmail.pop3.commands.Pop3CommandRegistry;
import com.icegreen.greenmail.server.AbstractServer;
import com.icegreen.greenmail.server.ProtocolHandler;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** POP3 over TLS, opened by tokens or passwords. */
public final class TlsPop3Server extends AbstractServer {
    private final SSLContext tls;
    private final Registry registry;

    public TlsPop3Server(ServerSetup setup, Managers managers, SSLContext tls, TokenLogin login) {
        super(setup, managers);
        this.tls = tls;
        this.registry = new Registry(Map.of(
                "CAPA", new Pop3Capabilities(),
                "AUTH", new Pop3TokenLogin(login),
                "PASS", new Pop3PasswordLogin(login)));
    }

    @Override
    protected ServerSocket openServerSocket() throws IOException {
        return TlsSocket.open(tls, bindTo, setup.getPort());
    }

    @Override
    protected ProtocolHandler createProtocolHandler(Socket client) {
        return new Pop3Handler(registry, managers.getUserManager(), client) {
            @Override
            public void run() {
                try {
                    super.run();
                } catch (IllegalStateException e) {
                    // the client hung up, or does not trust the certificate
                    log.debug("POP3 over TLS ended: {}", String.valueOf(e.getCause()));
                }
            }
        };
    }

    /** GreenMail's commands, but for those that let people in. */
    private static final class Registry extends Pop3CommandRegistry {
        private final Map<String, Pop3Command> ours;

        Registry(Map<String, Pop3Command> ours) {
            this.ours = ours;
        }

        @Override
        public @Nullable Pop3Command getCommand(String name) {
            if (name.equals("APOP")) {
                return null;
            }
            Pop3Command command = ours.get(name);
            return command == null ? super.getCommand(name) : command;
        }
    }
}

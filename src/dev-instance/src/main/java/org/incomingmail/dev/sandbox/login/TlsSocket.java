package org.incomingmail.dev.sandbox.login;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import javax.net.ssl.SSLContext;

/** Opens ports that speak TLS with the sandbox's own certificate; GreenMail's own would be the same for the world. */
final class TlsSocket {
    private TlsSocket() {}

    static ServerSocket open(SSLContext tls, InetAddress address, int port) throws IOException {
        ServerSocket socket = tls.getServerSocketFactory().createServerSocket();
        try {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address, port));
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }
}

package org.incomingmail.dev.sandbox;

import jakarta.mail.Folder;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.Properties;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** Talks to the sandbox over TLS: as a mail program, or line by line. */
final class TlsClient {
    private final MailServers servers;
    private final SSLSocketFactory sockets;

    /** Trusts this certificate authority and no other. */
    TlsClient(MailServers servers, String pem) throws Exception {
        this.servers = servers;
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry(
                "ca",
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII))));
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, factory.getTrustManagers(), null);
        sockets = context.getSocketFactory();
    }

    /** How many messages lie in the inbox, after logging in with this secret. */
    int count(String protocol, String mechanism, String user, String secret) throws Exception {
        var properties = new Properties();
        properties.put("mail." + protocol + ".ssl.socketFactory", sockets);
        properties.put("mail." + protocol + ".socketFactory.fallback", "false");
        properties.put("mail." + protocol + ".auth.mechanisms", mechanism);
        properties.put("mail." + protocol + ".auth.xoauth2.two.line.authentication.format", "true");
        properties.put("mail." + protocol + ".timeout", "60000");
        int port = protocol.equals("imaps") ? servers.imapsPort() : servers.pop3sPort();
        try (Store store = Session.getInstance(properties).getStore(protocol)) {
            store.connect(MailServers.HOST, port, user, secret);
            Folder inbox = store.getFolder("INBOX");
            inbox.open(Folder.READ_ONLY);
            return inbox.getMessageCount();
        }
    }

    /** Sends the lines, each after the server's answer to the one before, and gives all it said. */
    String talk(int port, String... lines) throws Exception {
        try (SSLSocket socket = (SSLSocket) sockets.createSocket(MailServers.HOST, port)) {
            socket.setSoTimeout(60_000);
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            OutputStream out = socket.getOutputStream();
            var said = new StringBuilder(in.readLine()).append('\n');
            for (String line : lines) {
                out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
                out.flush();
                String answer = in.readLine();
                said.append(answer).append('\n');
            }
            return said.toString();
        }
    }

    static String xoauth2(String user, String token) {
        return base64("user=" + user + "\1auth=Bearer " + token + "\1\1");
    }

    static String oauthbearer(String user, String token) {
        return base64("n,a=" + user + ",\1host=127.0.0.1\1port=993\1auth=Bearer " + token + "\1\1");
    }

    static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static String decoded(String challenge) {
        return new String(Base64.getDecoder().decode(challenge), StandardCharsets.UTF_8);
    }
}

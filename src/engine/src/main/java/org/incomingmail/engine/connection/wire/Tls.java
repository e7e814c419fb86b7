package org.incomingmail.engine.connection.wire;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.IDN;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/** TLS 1.2 or later, with the host name always checked, trusting the JVM's authorities and given private ones. */
public final class Tls {
    private final PresentedChain trust;
    private final SSLContext context;

    private Tls(PresentedChain trust, SSLContext context) {
        this.trust = trust;
        this.context = context;
    }

    /**
     * @param caCertificates PEM of private authorities, or null
     * @throws CertificateException when the PEM cannot be read
     */
    public static Tls trusting(@Nullable String caCertificates) throws CertificateException {
        PresentedChain trust = new PresentedChain(TrustedAuthorities.of(caCertificates));
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {trust}, new SecureRandom());
            return new Tls(trust, context);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Checks PEM text without using it. */
    public static Collection<? extends Certificate> parse(@Nullable String pem) throws CertificateException {
        if (pem == null || pem.isBlank()) {
            return java.util.List.of();
        }
        Collection<? extends Certificate> certificates = CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(pem.strip().getBytes(StandardCharsets.US_ASCII)));
        if (certificates.isEmpty()) {
            throw new CertificateException("no certificate found");
        }
        return certificates;
    }

    /** Shakes hands over a connected socket. */
    public SSLSocket handshake(Socket plain, String hostname, int port) throws IOException {
        SSLSocket socket = (SSLSocket)
                context.getSocketFactory().createSocket(plain, IDN.toASCII(hostname, IDN.ALLOW_UNASSIGNED), port, true);
        socket.setEnabledProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS"); // RFC 2818 names, as RFC 7817 asks of mail
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    /** What the server presented in the last handshake, trusted or not. */
    public TlsDetails details(@Nullable SSLSocket socket) {
        return TlsDetails.of(trust.chain(), socket == null ? null : socket.getSession());
    }
}

package org.incomingmail.engine.connection.wire;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/**
 * What a TLS handshake showed. Version and cipher are null when it failed.
 *
 * @param chain each certificate the server presented, as "subject (issued by issuer, until date)"
 */
public record TlsDetails(
        @Nullable String version,
        @Nullable String cipher,
        @Nullable String subject,
        @Nullable String issuer,
        @Nullable Instant notBefore,
        @Nullable Instant notAfter,
        List<String> chain) {

    static TlsDetails of(List<X509Certificate> chain, @Nullable SSLSession session) {
        X509Certificate server = chain.isEmpty() ? null : chain.get(0);
        return new TlsDetails(
                session == null ? null : session.getProtocol(),
                session == null ? null : session.getCipherSuite(),
                server == null ? null : server.getSubjectX500Principal().getName(),
                server == null ? null : server.getIssuerX500Principal().getName(),
                server == null ? null : server.getNotBefore().toInstant(),
                server == null ? null : server.getNotAfter().toInstant(),
                chain.stream().limit(10).map(TlsDetails::describe).toList());
    }

    private static String describe(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().getName() + " (issued by "
                + certificate.getIssuerX500Principal().getName() + ", until "
                + certificate.getNotAfter().toInstant() + ")";
    }
}

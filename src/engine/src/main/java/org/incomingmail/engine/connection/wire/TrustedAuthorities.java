package org.incomingmail.engine.connection.wire;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** Whom to trust: the JVM's authorities and given private ones. Reading the JVM's takes long, so it is done once for each PEM. */
final class TrustedAuthorities {
    private static final int MOST = 200;
    private static final Map<String, X509ExtendedTrustManager> KNOWN = new ConcurrentHashMap<>();

    private TrustedAuthorities() {}

    /** @throws CertificateException when the PEM cannot be read */
    static X509ExtendedTrustManager of(@Nullable String caCertificates) throws CertificateException {
        String pem = caCertificates == null ? "" : caCertificates.strip();
        X509ExtendedTrustManager known = KNOWN.get(pem);
        if (known != null) {
            return known;
        }
        X509ExtendedTrustManager read = read(pem);
        if (KNOWN.size() >= MOST) {
            KNOWN.clear();
        }
        KNOWN.put(pem, read);
        return read;
    }

    private static X509ExtendedTrustManager read(String pem) throws CertificateException {
        try {
            KeyStore anchors = KeyStore.getInstance("PKCS12");
            anchors.load(null, null);
            int number = 0;
            for (X509Certificate authority : trustManager(null).getAcceptedIssuers()) {
                anchors.setCertificateEntry("jvm" + number++, authority);
            }
            for (Certificate authority : Tls.parse(pem)) {
                anchors.setCertificateEntry("private" + number++, authority);
            }
            return trustManager(anchors);
        } catch (CertificateException unreadable) {
            throw unreadable;
        } catch (GeneralSecurityException | IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static X509ExtendedTrustManager trustManager(@Nullable KeyStore anchors) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(anchors);
        for (TrustManager candidate : factory.getTrustManagers()) {
            if (candidate instanceof X509ExtendedTrustManager extended) {
                return extended;
            }
        }
        throw new IllegalStateException("this JVM has no X.509 trust manager");
    }
}

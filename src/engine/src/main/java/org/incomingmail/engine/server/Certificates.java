package org.incomingmail.engine.server;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Collection;

/** Reads certificate authorities in PEM (RFC 7468). */
final class Certificates {
    private static final String BEGIN = "-----BEGIN CERTIFICATE-----";

    private Certificates() {}

    /** Whether there is at least one certificate and nothing that can't be read; a private key never belongs here. */
    static boolean valid(String pem) {
        if (!pem.contains(BEGIN) || pem.contains("PRIVATE KEY")) {
            return false;
        }
        try {
            Collection<? extends Certificate> certificates = CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.UTF_8)));
            return certificates.size() == pem.split(BEGIN, -1).length - 1;
        } catch (CertificateException e) {
            return false;
        }
    }
}

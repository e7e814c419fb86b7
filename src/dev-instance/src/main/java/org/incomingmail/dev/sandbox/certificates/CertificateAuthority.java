package org.incomingmail.dev.sandbox.certificates;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A certificate authority that nobody trusts beforehand, as in many companies, and the mail server's certificate. */
public final class CertificateAuthority {
    private static final String AUTHORITY = "authority";
    private static final String SERVER = "server";
    /** Lies beside the file that it opens: not a secret. */
    private static final String PASSWORD = "sandbox-keystore";

    private final KeyStore keystore;

    private CertificateAuthority(KeyStore keystore) {
        this.keystore = keystore;
    }

    /** That of an earlier run, or a new one. */
    public static CertificateAuthority open(Path home) throws IOException, GeneralSecurityException {
        Path file = home.resolve("certificates.p12");
        if (!Files.exists(file)) {
            Files.createDirectories(home);
            Path unfinished = home.resolve("certificates.p12.tmp");
            Files.deleteIfExists(unfinished);
            make(new Keytool(unfinished, PASSWORD));
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
        }
        KeyStore keystore = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keystore.load(in, PASSWORD.toCharArray());
        }
        return new CertificateAuthority(keystore);
    }

    private static void make(Keytool keytool) throws IOException {
        keytool.generate(
                AUTHORITY,
                "CN=Sandbox certificate authority, O=Dev instance",
                List.of("-ext", "bc:critical=ca:true,pathlen:0", "-ext", "ku:critical=keyCertSign,cRLSign"));
        keytool.generate(
                SERVER,
                "CN=127.0.0.1, O=Dev instance",
                List.of(
                        "-signer",
                        AUTHORITY,
                        "-ext",
                        "san=ip:127.0.0.1,dns:localhost",
                        "-ext",
                        "ku:critical=digitalSignature",
                        "-ext",
                        "eku=serverAuth"));
    }

    /** The authority's certificate, for a client's list of those it trusts. */
    public String pem() throws GeneralSecurityException {
        byte[] certificate = keystore.getCertificate(AUTHORITY).getEncoded();
        String base64 = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(certificate);
        return "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n";
    }

    /** For servers; shows the server's certificate, never the authority's key. */
    public SSLContext forServers() throws GeneralSecurityException, IOException {
        KeyStore shown = KeyStore.getInstance("PKCS12");
        shown.load(null, null);
        char[] password = PASSWORD.toCharArray();
        shown.setKeyEntry(SERVER, keystore.getKey(SERVER, password), password, keystore.getCertificateChain(SERVER));
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(shown, password);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }
}

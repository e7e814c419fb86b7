package org.incomingmail.engine.mailserver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A private certificate authority, made anew by openssl in a folder of its own. */
public final class TestAuthority {
    private final Path directory;

    private TestAuthority(Path directory) {
        this.directory = directory;
    }

    public static TestAuthority in(Path directory) {
        openssl(directory, "ecparam", "-name", "prime256v1", "-genkey", "-noout", "-out", "ca.key");
        openssl(
                directory,
                "req",
                "-x509",
                "-new",
                "-key",
                "ca.key",
                "-days",
                "30",
                "-subj",
                "/CN=Test Authority",
                "-addext",
                "keyUsage=critical,keyCertSign,cRLSign",
                "-out",
                "ca.crt");
        return new TestAuthority(directory);
    }

    /** PEM of the authority, as an administrator would paste it. */
    public String pem() throws IOException {
        return Files.readString(directory.resolve("ca.crt"));
    }

    /** Writes name.key and name.crt for the given subject alternative names, such as {@code DNS:localhost}. */
    public void issue(String name, String alternativeNames) throws IOException {
        openssl(directory, "ecparam", "-name", "prime256v1", "-genkey", "-noout", "-out", name + ".key");
        openssl(directory, "req", "-new", "-key", name + ".key", "-subj", "/CN=" + name, "-out", name + ".csr");
        Files.writeString(directory.resolve(name + ".ext"), "subjectAltName=" + alternativeNames + "\n");
        openssl(
                directory,
                "x509",
                "-req",
                "-in",
                name + ".csr",
                "-CA",
                "ca.crt",
                "-CAkey",
                "ca.key",
                "-CAcreateserial",
                "-days",
                "20",
                "-extfile",
                name + ".ext",
                "-out",
                name + ".crt");
    }

    /** A PKCS #12 key store, password {@code changeit}, with an issued certificate. */
    public Path keyStore(String name) {
        openssl(
                directory,
                "pkcs12",
                "-export",
                "-in",
                name + ".crt",
                "-inkey",
                name + ".key",
                "-passout",
                "pass:changeit",
                "-out",
                name + ".p12");
        return directory.resolve(name + ".p12");
    }

    private static void openssl(Path directory, String... arguments) {
        String[] command = new String[arguments.length + 1];
        command[0] = "openssl";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        Commands.run(directory, command);
    }
}

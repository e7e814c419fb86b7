package org.incomingmail.dev.sandbox.certificates;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The JDK's own tool for keys and certificates. The sandbox needs two certificates in its life, which is no reason to
 * bring a cryptography library of ten megabytes.
 */
final class Keytool {
    private static final long PATIENCE_SECONDS = 120;
    private static final String PASSWORD_VARIABLE = "SANDBOX_KEYSTORE_PASSWORD";

    private final Path keystore;
    private final String password;

    Keytool(Path keystore, String password) {
        this.keystore = keystore;
        this.password = password;
    }

    /** Makes a key pair on P-256 and its certificate. */
    void generate(String alias, String subject, List<String> more) throws IOException {
        String tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        List<String> command = new ArrayList<>(List.of(tool, "-genkeypair", "-alias", alias, "-dname", subject));
        command.addAll(List.of("-keyalg", "EC", "-groupname", "secp256r1", "-validity", "3650"));
        command.addAll(List.of("-storetype", "PKCS12", "-keystore", keystore.toString()));
        // by the environment, since everybody on the machine may read command lines
        command.addAll(List.of("-storepass:env", PASSWORD_VARIABLE));
        command.addAll(more);
        run(command);
    }

    private void run(List<String> command) throws IOException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put(PASSWORD_VARIABLE, password);
        Process process = builder.start();
        process.getOutputStream().close();
        try {
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException("keytool cannot make the sandbox's certificate: " + said.strip());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while keytool made the sandbox's certificate", e);
        } finally {
            process.destroy();
        }
    }
}

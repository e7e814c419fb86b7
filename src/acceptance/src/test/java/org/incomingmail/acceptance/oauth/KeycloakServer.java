package org.incomingmail.acceptance.oauth;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Keycloak as its own process, with the realm {@code mail} in memory. Its clients demand PKCE, access tokens live for 20
 * seconds unless a client says otherwise, and every refresh changes the refresh token.
 *
 * <p>The world reaches it through a {@link Tap}, whose address it takes for its own; the administrator by the back door.
 */
final class KeycloakServer implements AutoCloseable {
    private static final Path HOME = Path.of(System.getProperty("keycloak"));
    private static final Duration LONGEST_START = Duration.ofMinutes(5);

    private final Process process;
    private final Tap tap;
    private final int backDoor;

    private KeycloakServer(Process process, Tap tap, int backDoor) {
        this.process = process;
        this.tap = tap;
        this.backDoor = backDoor;
    }

    /** Sets it off; the very first start of an unpacked Keycloak takes a minute, later ones half of that. */
    static KeycloakServer launch() {
        try {
            int port = freePort();
            Tap tap = Tap.before(port);
            copyRealm();
            Process process = command(port, tap.port()).start();
            return new KeycloakServer(process, tap, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it serves its realm. */
    KeycloakServer ready() {
        await("Keycloak")
                .atMost(LONGEST_START)
                .pollInterval(Duration.ofMillis(300))
                .until(() -> serves() || !process.isAlive());
        if (!process.isAlive()) {
            close();
            throw new AssertionError("Keycloak ended before it was ready; it said:\n" + log());
        }
        return this;
    }

    /** Where its realm is, without trailing slash; also its issuer identifier. */
    URI issuer() {
        return URI.create("http://127.0.0.1:" + tap.port() + "/realms/mail");
    }

    URI endpoint(String name) {
        return URI.create(issuer() + "/protocol/openid-connect/" + name);
    }

    Tap tap() {
        return tap;
    }

    KeycloakAdmin admin() {
        return new KeycloakAdmin(URI.create("http://127.0.0.1:" + backDoor));
    }

    static String log() {
        try {
            return Files.readString(HOME.resolve("keycloak.log"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    @Override
    public void close() {
        // a shell that waits for the JVM
        Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList()
                .forEach(ProcessHandle::destroyForcibly);
        tap.close();
        try {
            process.waitFor(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean serves() {
        try {
            HttpURLConnection probe = (HttpURLConnection) URI.create("http://127.0.0.1:" + backDoor + "/realms/mail")
                    .toURL()
                    .openConnection();
            probe.setConnectTimeout(1000);
            probe.setReadTimeout(5000);
            return probe.getResponseCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static ProcessBuilder command(int port, int tapPort) {
        ProcessBuilder builder = new ProcessBuilder(
                        HOME.resolve("bin/kc.sh").toString(),
                        "start-dev",
                        "--import-realm",
                        "--db=dev-mem",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port,
                        "--hostname=http://127.0.0.1:" + tapPort)
                .redirectErrorStream(true)
                .redirectOutput(HOME.resolve("keycloak.log").toFile());
        builder.environment()
                .putAll(Map.of(
                        "JAVA_HOME",
                        System.getProperty("java.home"),
                        "JAVA_OPTS_KC_HEAP",
                        "-Xms64m -Xmx512m",
                        // it runs for minutes, not for months
                        "JAVA_OPTS_APPEND",
                        "-XX:TieredStopAtLevel=1",
                        "KC_BOOTSTRAP_ADMIN_USERNAME",
                        KeycloakAdmin.USERNAME,
                        "KC_BOOTSTRAP_ADMIN_PASSWORD",
                        KeycloakAdmin.PASSWORD));
        return builder;
    }

    private static void copyRealm() throws IOException {
        if (!Files.isExecutable(HOME.resolve("bin/kc.sh"))) {
            throw new AssertionError("Keycloak is not at " + HOME
                    + "; 'mvn pre-integration-test -pl src/acceptance -am' unpacks it there");
        }
        Path folder = Files.createDirectories(HOME.resolve("data/import"));
        try (var realm =
                Objects.requireNonNull(KeycloakServer.class.getResourceAsStream("/keycloak/mail-realm.json"))) {
            Files.copy(realm, folder.resolve("mail-realm.json"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return free.getLocalPort();
        }
    }
}

package org.incomingmail.dev.cluster.launch;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.incomingmail.dev.house.StartFailure;

/** The cluster's own PostgreSQL, below its home folder; on a port of its own, on loopback. */
final class LocalPostgres implements AutoCloseable {
    private static final long GOODBYE_SECONDS = 20;
    private final EmbeddedPostgres postgres;

    private LocalPostgres(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    static LocalPostgres start(Path home) {
        Path data = home.resolve("postgresql");
        try {
            endLeftOver(data);
            Files.createDirectories(data);
            return new LocalPostgres(EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setOverrideWorkingDirectory(home.resolve("temp").toFile())
                    // the nodes are to end before it does
                    .setRegisterShutdownHook(false)
                    .setServerConfig("max_connections", "300")
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .start());
        } catch (IOException | RuntimeException e) {
            throw new StartFailure(
                    "PostgreSQL can't be started here (" + e.getMessage() + "); name one with --jdbc-url", e);
        }
    }

    /** One of an earlier start that was killed: its data can be opened by one server only. */
    private static void endLeftOver(Path data) throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        List<String> lines = Files.readAllLines(pidFile);
        Optional<ProcessHandle> server = lines.isEmpty()
                ? Optional.empty()
                : ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                        .filter(process -> process.info().command().orElse("").endsWith("postgres"));
        if (server.isPresent()) {
            server.get().destroy();
            try {
                server.get().onExit().get(GOODBYE_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
                throw new IOException("a PostgreSQL of an earlier start does not end: process "
                        + server.get().pid());
            }
        }
        Files.deleteIfExists(pidFile);
    }

    String jdbcUrl() {
        return postgres.getJdbcUrl("postgres", "postgres");
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}

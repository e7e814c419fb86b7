package org.incomingmail.dev.cluster.launch;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Properties;
import org.incomingmail.dev.house.Membership;
import org.incomingmail.dev.house.Options;
import org.incomingmail.dev.house.StartFailure;

/**
 * What a node must know to join, in the cluster's home folder while the cluster runs. It holds the database's password, so
 * only its owner can read it.
 */
record ClusterFile(String jdbcUrl, String meetingPoint, String baseUrl, String contextPath) {
    private static final String NAME = "cluster.properties";

    static ClusterFile read(Path home) {
        Properties known = new Properties();
        try (Reader in = Files.newBufferedReader(home.resolve(NAME))) {
            known.load(in);
        } catch (IOException e) {
            throw new StartFailure(
                    "no cluster runs in the home folder " + home + "; start one with --cluster, or name its --home", e);
        }
        return new ClusterFile(
                known.getProperty("jdbcUrl", ""),
                known.getProperty("meetingPoint", ""),
                known.getProperty("baseUrl", ""),
                known.getProperty("contextPath", ""));
    }

    void write(Path home) {
        Properties known = new Properties();
        known.setProperty("jdbcUrl", jdbcUrl);
        known.setProperty("meetingPoint", meetingPoint);
        known.setProperty("baseUrl", baseUrl);
        known.setProperty("contextPath", contextPath);
        try {
            Files.deleteIfExists(home.resolve(NAME));
            Path file = Files.createFile(
                    home.resolve(NAME),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try (Writer out = Files.newBufferedWriter(file)) {
                known.store(out, "The cluster that runs in this folder");
            }
        } catch (IOException e) {
            throw new StartFailure("the home folder " + home + " can't be written: " + e.getMessage(), e);
        }
    }

    static void remove(Path home) {
        try {
            Files.deleteIfExists(home.resolve(NAME));
        } catch (IOException e) {
            // the next start writes another
        }
    }

    Options options(Path home, String node, boolean entry, int port) {
        return new Options(
                port,
                contextPath,
                home.resolve(node),
                Optional.of(jdbcUrl),
                Optional.of(new Membership(node, entry, meetingPoint, home.resolve("shared-home"), baseUrl)));
    }
}

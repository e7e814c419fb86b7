package org.incomingmail.dev.sandbox;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** The ports of the last run, used again if they are free, so that a mail server set up once goes on working. */
final class StoredPorts {
    private final Path file;

    StoredPorts(Path file) {
        this.file = file;
    }

    /** The port to listen on; 0 lets the system choose. */
    int wanted(String protocol) throws IOException {
        int port = Integer.parseInt(read().getProperty(protocol, "0"));
        return isFree(port) ? port : 0;
    }

    void remember(String protocol, int port) throws IOException {
        Properties ports = read();
        ports.setProperty(protocol, Integer.toString(port));
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (var out = Files.newBufferedWriter(file)) {
            ports.store(out, "Ports of the sandbox mail server");
        }
    }

    private Properties read() throws IOException {
        var ports = new Properties();
        if (Files.exists(file)) {
            try (var in = Files.newBufferedReader(file)) {
                ports.load(in);
            }
        }
        return ports;
    }

    private static boolean isFree(int port) {
        try (var probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}

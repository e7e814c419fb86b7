package org.incomingmail.acceptance.kill;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** A node that runs, seen from outside. */
final class NodeProcess {
    private static final long LONGEST_SECONDS = 120;
    private final Process process;
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Thread reader;

    private NodeProcess(Process process) {
        this.process = process;
        this.reader = new Thread(this::read, "node-output");
        reader.setDaemon(true);
        reader.start();
    }

    static NodeProcess start(NodeClassPath classPath, NodeSettings settings) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData"));
        command.addAll(classPath.options());
        command.add(Node.class.getName());
        command.addAll(settings.arguments());
        return new NodeProcess(
                new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    private void read() {
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            out.lines().forEach(lines::add);
        } catch (IOException | UncheckedIOException killed) {
            // what was read counts
        }
    }

    /** Waits until it begins to fetch, or has ended. */
    void awaitStarted() throws InterruptedException {
        while (process.isAlive() && Said.STARTED.in(lines).isEmpty()) {
            Thread.sleep(2);
        }
    }

    /** kill -9. */
    void kill() {
        process.destroyForcibly();
    }

    /** Waits for its end, however that comes, and gives the exit code. */
    int await() throws InterruptedException {
        if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("A node did not end; it said:\n" + output());
        }
        reader.join();
        return process.exitValue();
    }

    List<String> lines() {
        return lines;
    }

    String output() {
        return String.join("\n", lines);
    }
}

package org.incomingmail.dev.cluster.launch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.incomingmail.dev.DevInstance;
import org.incomingmail.dev.house.StartFailure;

/** A node as a process of its own, with this process's Java and class path. What it says is passed on under its name. */
final class NodeProcess implements AutoCloseable {
    private static final long START_SECONDS = 180;
    private static final long GOODBYE_SECONDS = 40;
    private final String name;
    private final Process process;
    private final CompletableFuture<String> ready = new CompletableFuture<>();

    private volatile boolean closing;

    private NodeProcess(String name, Process process) {
        this.name = name;
        this.process = process;
    }

    static NodeProcess start(String name, Path home, List<Path> apps) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        for (String argument : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
            // two processes can't be debugged on one port
            if (!argument.startsWith("-agentlib")) {
                command.add(argument);
            }
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), DevInstance.class.getName()));
        command.addAll(List.of("--home", home.toString(), "--node", name));
        apps.forEach(app -> command.addAll(List.of("--app", app.toString())));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            NodeProcess node = new NodeProcess(name, process);
            Thread reader = new Thread(node::passOn, "output-" + name);
            reader.setDaemon(true);
            reader.start();
            return node;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void passOn() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            String line;
            while ((line = lines.readLine()) != null) {
                if (line.startsWith("Ready: ")) {
                    ready.complete(line.substring("Ready: ".length()).replaceFirst(" .*", ""));
                } else {
                    System.out.println(name + ": " + line);
                }
            }
        } catch (IOException e) {
            // the process ended
        }
        if (closing) {
            return;
        }
        if (!ready.completeExceptionally(new StartFailure(name + " did not start; see what it said above"))) {
            System.out.println(name + " ended; start it again with: ./atl-run --node " + name);
        }
    }

    /** The node's own address, once it answers. */
    String awaitReady() {
        try {
            return ready.get(START_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure("interrupted");
        } catch (java.util.concurrent.TimeoutException e) {
            throw new StartFailure(name + " was not ready within " + START_SECONDS + " seconds", e);
        } catch (java.util.concurrent.ExecutionException e) {
            throw e.getCause() instanceof StartFailure failure
                    ? failure
                    : new StartFailure(name + ": " + e.getMessage(), e);
        }
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        closing = true;
        process.destroy();
        try {
            if (!process.waitFor(GOODBYE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}

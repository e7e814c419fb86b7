package org.incomingmail.acceptance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The dev instance as its own process, started as ./atl-run starts it, on a free port. */
public final class DevInstanceProcess implements AutoCloseable {
    private static final Pattern READY = Pattern.compile("^Ready: .*?(https?://\\S+)");
    private final Process process;
    private final Path home;
    private final URI baseUrl;
    private final StringBuffer said;

    private DevInstanceProcess(Process process, Path home, URI baseUrl, StringBuffer said) {
        this.said = said;
        this.process = process;
        this.home = home;
        this.baseUrl = baseUrl;
    }

    /**
     * Starts it with the app installed and waits for its Ready line; extra are further options. Mail is fetched by
     * schedule and on demand only, so that tests decide when.
     */
    public static DevInstanceProcess start(Path home, String... extra) {
        return start(home, false, extra);
    }

    /** As it is shipped: mail is fetched when it arrives. */
    public static DevInstanceProcess startListening(Path home, String... extra) {
        return start(home, true, extra);
    }

    private static DevInstanceProcess start(Path home, boolean push, String... extra) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-Djava.awt.headless=true",
                // as ./atl-run does: OAuth 2.0 on loopback is without TLS
                "-Datlassian.oauth2.client.skip.base.url.https.requirement=true",
                "-Datlassian.oauth2.client.skip.provider.https.requirement=true",
                "-Dincoming-mail.push=" + push,
                "-cp",
                System.getProperty("dev-instance.lib") + "/*",
                "org.incomingmail.dev.DevInstance",
                "--app",
                System.getProperty("app.jar"),
                "--port",
                "0",
                "--home",
                home.toString()));
        command.addAll(List.of(extra));
        // options of its JVM, to profile it
        command.addAll(
                1,
                Stream.of(System.getProperty("dev-instance.jvm", "").split(" "))
                        .filter(option -> !option.isEmpty())
                        .toList());
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            StringBuffer said = new StringBuffer();
            return new DevInstanceProcess(process, home, ready(process, said), said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URI ready(Process process, StringBuffer said) {
        CompletableFuture<URI> url = new CompletableFuture<>();
        Thread reader = new Thread(() -> read(process, said, url), "dev-instance-output");
        reader.setDaemon(true);
        reader.start();
        try {
            return url.get(180, TimeUnit.SECONDS);
        } catch (Exception e) {
            process.destroyForcibly();
            String why = e instanceof TimeoutException ? "not ready after 180 s" : "ended before it was ready";
            throw new AssertionError("The dev instance is " + why + "; it said:\n" + said, e);
        }
    }

    private static void read(Process process, StringBuffer said, CompletableFuture<URI> url) {
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                said.append(line).append('\n');
                Matcher ready = READY.matcher(line);
                if (ready.find()) {
                    url.complete(URI.create(ready.group(1).replaceAll("/$", "")));
                }
            }
        } catch (IOException e) {
            said.append(e).append('\n');
        }
        url.completeExceptionally(new IllegalStateException("ended"));
    }

    /** Base URL without trailing slash. */
    public URI baseUrl() {
        return baseUrl;
    }

    public Path home() {
        return home;
    }

    /** What it wrote to its console so far. */
    public String output() {
        return said.toString();
    }

    /** What atlassian-confluence.log holds so far. */
    public String log() {
        try {
            return Files.readString(home.resolve("logs/atlassian-confluence.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Pulls the plug: no shutdown hook runs. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    public long pid() {
        return process.pid();
    }

    /** Stops it as Ctrl-C does, and fails when it does not end in time. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("The dev instance did not stop within 30 s of SIGTERM");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

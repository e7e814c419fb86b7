package org.incomingmail.benchmarks.fetching;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The most memory that a process or one of its children had in RAM, as Linux tells it while they run; 0 elsewhere. */
final class Memory {
    private static final long LOOK_MILLIS = 20;
    private long most;

    long most() {
        return most;
    }

    /** Waits for the end of the process; false when it takes too long. */
    boolean watch(Process process, long nanos) throws InterruptedException {
        long end = System.nanoTime() + nanos;
        while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
            process.descendants().forEach(child -> most = Math.max(most, peak(child.pid())));
            if (System.nanoTime() > end) {
                return false;
            }
        }
        return true;
    }

    private static long peak(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException | java.io.UncheckedIOException ended) {
            return 0;
        }
    }
}

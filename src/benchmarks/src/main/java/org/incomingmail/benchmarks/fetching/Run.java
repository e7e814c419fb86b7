package org.incomingmail.benchmarks.fetching;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * One run of one contender as a process.
 *
 * @param seconds from start to end, a JVM's start included
 * @param cpuSeconds user and system, with its children
 * @param heap most bytes of the heap in use; 0 for who is not written in Java
 * @param memory most bytes in RAM of one process at a time
 */
record Run(double seconds, double cpuSeconds, long roundTrips, long bytes, long heap, long memory) {
    private static final long MOST_MINUTES = 10;

    static Run of(Contender contender, Contender.Source source, DelayProxy proxy) throws Exception {
        Path folder = Files.createTempDirectory("bench");
        try {
            List<String> timed = new ArrayList<>(List.of("bash", "-c", "TIMEFORMAT='%R %U %S'; time \"$@\"", "-"));
            timed.addAll(contender.command().in(folder, source));
            Path out = folder.resolve("said");
            proxy.reset();
            Process process = new ProcessBuilder(timed)
                    .redirectErrorStream(true)
                    .redirectOutput(out.toFile())
                    .start();
            Memory memory = new Memory();
            if (!memory.watch(process, TimeUnit.MINUTES.toNanos(MOST_MINUTES))) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new IOException(contender.name() + " took more than " + MOST_MINUTES + " minutes");
            }
            List<String> lines = Files.readAllLines(out, java.nio.charset.StandardCharsets.ISO_8859_1);
            if (process.exitValue() != 0) {
                throw new IOException(contender.name() + " failed: " + String.join(" | ", lines));
            }
            String[] times = lines.get(lines.size() - 1).split(" ");
            check(contender, source, folder, lines);
            Told told = contender.program().isEmpty() ? Told.read(lines) : new Told(0, 1, 0, 0, 0);
            boolean whole = told.times() == 1;
            return new Run(
                    whole ? Double.parseDouble(times[0]) : told.seconds(),
                    whole ? Double.parseDouble(times[1]) + Double.parseDouble(times[2]) : told.cpuSeconds(),
                    proxy.roundTrips() / told.times(),
                    proxy.bytes() / told.times(),
                    told.heap(),
                    memory.most());
        } finally {
            remove(folder);
        }
    }

    /** Who fetched less than everything did not win. */
    private static void check(Contender contender, Contender.Source source, Path folder, List<String> lines)
            throws IOException {
        long found;
        if (contender.program().isEmpty()) {
            found = Told.read(lines).messages();
        } else if (Files.exists(folder.resolve("out"))) {
            try (Stream<String> out =
                    Files.lines(folder.resolve("out"), java.nio.charset.StandardCharsets.ISO_8859_1)) {
                found = out.filter(line -> line.startsWith("MAIL FROM")).count();
            }
        } else {
            try (Stream<Path> files = Files.walk(folder.resolve("mail"))) {
                found = files.filter(file -> file.getParent().endsWith("new")
                                || file.getParent().endsWith("cur"))
                        .filter(Files::isRegularFile)
                        .count();
            }
        }
        if (found != source.messages()) {
            throw new IOException(contender.name() + " fetched " + found + " of " + source.messages() + " messages");
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}

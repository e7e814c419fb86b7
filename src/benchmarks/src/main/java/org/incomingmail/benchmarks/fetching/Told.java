package org.incomingmail.benchmarks.fetching;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/**
 * What a contender in Java tells of itself in a line of its output: how many messages it fetched and, when it
 * fetched everything several times as a process does that runs for weeks, how long the last time took.
 *
 * @param times that everything was fetched
 * @param seconds of the last time; 0 when the process as a whole counts
 * @param cpuSeconds likewise
 * @param heap most bytes of the heap that were in use, garbage included
 */
record Told(int messages, int times, double seconds, double cpuSeconds, long heap) {
    private static final long WARM_SECONDS = 10;

    /** Fetches and prints it. */
    static void of(boolean warm, Callable<Integer> fetching) throws Exception {
        OperatingSystemMXBean machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        int times = 1;
        long warmed = System.nanoTime() + TimeUnit.SECONDS.toNanos(WARM_SECONDS);
        while (warm && System.nanoTime() < warmed) {
            fetching.call();
            times++;
        }
        long cpu = machine.getProcessCpuTime();
        long begun = System.nanoTime();
        int messages = fetching.call();
        double seconds = (System.nanoTime() - begun) / 1e9;
        double cpuSeconds = (machine.getProcessCpuTime() - cpu) / 1e9;
        print(new Told(messages, times, warm ? seconds : 0, warm ? cpuSeconds : 0, mostHeap()));
    }

    /** Of a contender that fetches everything once. */
    static void once(int messages) {
        print(new Told(messages, 1, 0, 0, mostHeap()));
    }

    private static void print(Told told) {
        System.out.printf(
                Locale.ROOT, "%d %d %f %f %d%n", told.messages, told.times, told.seconds, told.cpuSeconds, told.heap);
        System.out.flush();
    }

    private static long mostHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(MemoryUsage::getUsed)
                .sum();
    }

    static Told read(List<String> lines) {
        // libraries say things of their own before
        String own = lines.stream()
                .filter(line -> line.matches("\\d+ \\d+ [\\d.]+ [\\d.]+ \\d+"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nothing was fetched: " + String.join(" | ", lines)));
        String[] parts = own.split(" ");
        return new Told(
                Integer.parseInt(parts[0]),
                Integer.parseInt(parts[1]),
                Double.parseDouble(parts[2]),
                Double.parseDouble(parts[3]),
                Long.parseLong(parts[4]));
    }
}

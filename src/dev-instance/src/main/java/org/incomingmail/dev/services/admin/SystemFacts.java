package org.incomingmail.dev.services.admin;

import com.atlassian.sal.api.ApplicationProperties;
import java.lang.management.ManagementFactory;
import java.lang.management.RuntimeMXBean;
import java.nio.charset.Charset;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.incomingmail.dev.house.Host;
import org.incomingmail.dev.services.Database;

/** What this instance is and runs on, in groups. Never a password: the database is named without its URL's query. */
final class SystemFacts {
    private static final long MEGABYTE = 1024 * 1024;
    private final Host host;
    private final Database database;

    SystemFacts(Host host, Database database) {
        this.host = host;
        this.database = database;
    }

    List<Group> groups() {
        return List.of(instance(), java(), memory(), database());
    }

    private Group instance() {
        List<Fact> facts = new ArrayList<>();
        host.services().find(ApplicationProperties.class).ifPresent(properties -> {
            facts.add(new Fact(
                    "Plays the part of",
                    properties.getDisplayName() + " " + properties.getVersion() + " (build "
                            + properties.getBuildNumber() + ")"));
        });
        facts.add(new Fact("Base URL", host.baseUrl()));
        facts.add(new Fact(
                "Home folder",
                host.options().home().toAbsolutePath().normalize().toString()));
        return new Group("Instance", facts);
    }

    private static Group java() {
        RuntimeMXBean runtime = ManagementFactory.getRuntimeMXBean();
        return new Group(
                "Java",
                List.of(
                        new Fact("Virtual machine", runtime.getVmName() + " " + runtime.getVmVersion()),
                        new Fact("Java version", System.getProperty("java.version") + ", " + runtime.getVmVendor()),
                        new Fact(
                                "Operating system",
                                System.getProperty("os.name") + " " + System.getProperty("os.version") + ", "
                                        + System.getProperty("os.arch")),
                        new Fact(
                                "Processors",
                                String.valueOf(Runtime.getRuntime().availableProcessors())),
                        new Fact("Encoding", Charset.defaultCharset().name()),
                        new Fact("Time zone", ZoneId.systemDefault().getId()),
                        new Fact("Uptime", uptime(Duration.ofMillis(runtime.getUptime())))));
    }

    private static Group memory() {
        Runtime runtime = Runtime.getRuntime();
        return new Group(
                "Memory",
                List.of(
                        new Fact("Used", megabytes(runtime.totalMemory() - runtime.freeMemory())),
                        new Fact("Allocated", megabytes(runtime.totalMemory())),
                        new Fact("Most", megabytes(runtime.maxMemory()))));
    }

    private Group database() {
        try (Connection connection = database.dataSource().getConnection()) {
            DatabaseMetaData about = connection.getMetaData();
            return new Group(
                    "Database",
                    List.of(
                            new Fact(
                                    "Database",
                                    about.getDatabaseProductName() + " " + about.getDatabaseProductVersion()),
                            new Fact("Driver", about.getDriverName() + " " + about.getDriverVersion()),
                            new Fact("Address", address(about.getURL()))));
        } catch (SQLException e) {
            return new Group("Database", List.of(new Fact("Not reachable", String.valueOf(e.getMessage()))));
        }
    }

    // a PostgreSQL URL may carry user and password after the question mark, or before the host
    static String address(String url) {
        return url.replaceFirst("[?;].*", "").replaceFirst("//[^/]*@", "//");
    }

    static String uptime(Duration up) {
        return String.format(Locale.ROOT, "%d d %d h %d min", up.toDays(), up.toHoursPart(), up.toMinutesPart());
    }

    private static String megabytes(long bytes) {
        return bytes / MEGABYTE + " MB";
    }

    /** Facts under one heading. */
    record Group(String heading, List<Fact> facts) {}

    /** A name and what it is. */
    record Fact(String name, String value) {}
}

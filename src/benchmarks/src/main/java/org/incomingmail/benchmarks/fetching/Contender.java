package org.incomingmail.benchmarks.fetching;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Somebody who fetches a whole mailbox and leaves it as it is.
 *
 * @param program without which it can't take part
 */
record Contender(String name, String program, Command command) {

    /** Where the mail is. */
    record Source(int port, String user, String password, Path ca, int messages) {}

    /** Writes what configuration it needs into a fresh folder. */
    interface Command {
        List<String> in(Path folder, Source source) throws IOException;
    }

    boolean installed() {
        return program.isEmpty()
                || List.of(System.getenv("PATH").split(":")).stream()
                        .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
    }

    /** @param how "cold" counts the JVM's start; "warm" is a process that runs for long, as the host does */
    static Contender ours(String protocol, String depth, String how) {
        return new Contender(
                "ours, "
                        + switch (depth) {
                            case "decide" -> "fetched, read and decided, ";
                            case "read" -> "fetched and read, ";
                            default -> "fetched, ";
                        }
                        + (how.equals("warm") ? "running process" : "new process"),
                "",
                (folder, source) -> java(
                        "-Xmx64m",
                        OurFetching.class,
                        protocol,
                        Integer.toString(source.port()),
                        source.user(),
                        source.password(),
                        source.ca().toString(),
                        depth,
                        how));
    }

    static Contender angus(String how) {
        return new Contender(
                "Jakarta Mail (Angus) loop, " + (how.equals("tuned") ? "tuned, running process" : how),
                "",
                (folder, source) ->
                        java(AngusLoop.class, Integer.toString(source.port()), source.user(), source.password(), how));
    }

    /** All of a mailbox at once is what they take by default, and what needs the memory. */
    static Contender springIntegration() {
        return new Contender(
                "Spring Integration, default",
                "",
                (folder, source) -> java(
                        "-Xmx1g",
                        SpringIntegrationLoop.class,
                        Integer.toString(source.port()),
                        source.user(),
                        source.password()));
    }

    static Contender camel() {
        return new Contender(
                "Camel, default",
                "",
                (folder, source) -> java(
                        "-Xmx1g", CamelLoop.class, Integer.toString(source.port()), source.user(), source.password()));
    }

    static Contender mbsync(boolean fsync) {
        return new Contender("mbsync, fsync " + (fsync ? "on" : "off"), "mbsync", (folder, source) -> {
            Files.createDirectories(folder.resolve("mail"));
            Files.writeString(
                    folder.resolve("mbsyncrc"),
                    """
                    FSync %s

                    IMAPAccount a
                    Host 127.0.0.1
                    Port %d
                    User %s
                    Pass %s
                    SSLType None
                    AuthMechs LOGIN

                    IMAPStore far
                    Account a

                    MaildirStore near
                    Path %s/mail/
                    Inbox %s/mail/INBOX

                    Channel c
                    Far :far:
                    Near :near:
                    Patterns INBOX
                    Create Near
                    Sync Pull
                    SyncState %s/state-
                    """
                            .formatted(
                                    fsync ? "yes" : "no",
                                    source.port(),
                                    source.user(),
                                    source.password(),
                                    folder,
                                    folder,
                                    folder));
            return List.of("mbsync", "-q", "-c", folder.resolve("mbsyncrc").toString(), "c");
        });
    }

    static Contender fetchmail(String protocol, boolean tls) {
        return new Contender("fetchmail", "fetchmail", (folder, source) -> {
            Path configuration = folder.resolve("fetchmailrc");
            Files.writeString(
                    configuration,
                    "poll localhost service %d protocol %s username \"%s\" password \"%s\" %s keep fetchall bsmtp \"%s\"%n"
                            .formatted(
                                    source.port(),
                                    protocol,
                                    source.user(),
                                    source.password(),
                                    tls ? "ssl sslcertck sslcertfile \"" + source.ca() + "\"" : "sslproto \"\"",
                                    folder.resolve("out")));
            configuration.toFile().setReadable(false, false);
            configuration.toFile().setWritable(false, false);
            configuration.toFile().setReadable(true, true);
            configuration.toFile().setWritable(true, true);
            return List.of(
                    "env",
                    "FETCHMAILHOME=" + folder,
                    "fetchmail",
                    "--silent",
                    "-f",
                    configuration.toString(),
                    "--pidfile",
                    folder.resolve("pid").toString());
        });
    }

    static Contender getmail() {
        return new Contender("getmail6", "getmail", (folder, source) -> {
            // as root it delivers as somebody else, who must get there
            open(folder);
            open(Files.createDirectories(folder.resolve("mail")));
            for (String each : List.of("cur", "new", "tmp")) {
                open(Files.createDirectories(folder.resolve("mail").resolve(each)));
            }
            Files.writeString(
                    folder.resolve("getmailrc"),
                    """
                    [retriever]
                    type = SimpleIMAPRetriever
                    server = 127.0.0.1
                    port = %d
                    username = %s
                    password = %s
                    [destination]
                    type = Maildir
                    path = %s/mail/
                    user = nobody
                    [options]
                    delete = false
                    read_all = true
                    verbose = 0
                    """
                            .formatted(source.port(), source.user(), source.password(), folder));
            return List.of("getmail", "--getmaildir", folder.toString(), "--rcfile", "getmailrc");
        });
    }

    static Contender offlineimap() {
        return new Contender("offlineimap3", "offlineimap", (folder, source) -> {
            Files.createDirectories(folder.resolve("mail"));
            Files.writeString(
                    folder.resolve("offlineimaprc"),
                    """
                    [general]
                    accounts = a
                    metadata = %s/state
                    [Account a]
                    localrepository = near
                    remoterepository = far
                    [Repository near]
                    type = Maildir
                    localfolders = %s/mail
                    [Repository far]
                    type = IMAP
                    readonly = True
                    remotehost = 127.0.0.1
                    remoteport = %d
                    remoteuser = %s
                    remotepass = %s
                    ssl = no
                    starttls = no
                    auth_mechanisms = LOGIN
                    folderfilter = lambda name: name == 'INBOX'
                    """
                            .formatted(folder, folder, source.port(), source.user(), source.password()));
            return List.of(
                    "offlineimap",
                    "-o",
                    "-u",
                    "quiet",
                    "-c",
                    folder.resolve("offlineimaprc").toString());
        });
    }

    static Contender mpop() {
        return new Contender("mpop", "mpop", (folder, source) -> {
            for (String each : List.of("cur", "new", "tmp")) {
                Files.createDirectories(folder.resolve("mail").resolve(each));
            }
            Path configuration = folder.resolve("mpoprc");
            Files.writeString(
                    configuration,
                    """
                    account default
                    host localhost
                    port %d
                    user %s
                    password %s
                    tls on
                    tls_starttls off
                    tls_trust_file %s
                    auth plain
                    keep on
                    uidls_file %s/uidls
                    delivery maildir %s/mail
                    """
                            .formatted(source.port(), source.user(), source.password(), source.ca(), folder, folder));
            configuration.toFile().setReadable(false, false);
            configuration.toFile().setReadable(true, true);
            return List.of("mpop", "-q", "-C", configuration.toString());
        });
    }

    private static void open(Path folder) {
        folder.toFile().setExecutable(true, false);
        folder.toFile().setReadable(true, false);
        folder.toFile().setWritable(true, false);
    }

    private static List<String> java(Class<?> main, String... arguments) {
        return java("-Xmx256m", main, arguments);
    }

    private static List<String> java(String heap, Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                heap,
                "-XX:+UseParallelGC",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }
}

package org.incomingmail.engine.mailserver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.incomingmail.engine.server.Protocol;
import org.jspecify.annotations.Nullable;

/**
 * A real Dovecot on free ports of 127.0.0.1 and 127.0.0.2, with IMAP, IMAPS, STARTTLS, POP3, POP3S and LMTP, for
 * several users ({@link #PASSWORDS}). Its certificate names localhost, 127.0.0.1 and 127.0.0.2.
 *
 * <p>Dovecot takes a client from its own address for secure; connect to 127.0.0.2 to meet the rules for plain
 * connections.
 */
public final class DovecotServer implements AutoCloseable {

    /** Users and their passwords. */
    public static final Map<String, String> PASSWORDS = Map.of(
            "alice@mail.test", "alice-mail-pw",
            "bob@mail.test", "bob-mail-pw",
            "carol@mail.test", "carol-mail-pw",
            "shared@mail.test", "shared-mail-pw",
            "new@mail.test", "new-mail-pw",
            "load@mail.test", "load-mail-pw");

    private final Path directory;
    private final Process process;
    private final Map<Protocol, Integer> ports;
    private final LmtpClient lmtp;
    private final String caCertificate;

    private DovecotServer(
            Path directory, Process process, Map<Protocol, Integer> ports, LmtpClient lmtp, String caCertificate) {
        this.directory = directory;
        this.process = process;
        this.ports = ports;
        this.lmtp = lmtp;
        this.caCertificate = caCertificate;
    }

    /** Starts one, with further lines for its configuration. */
    public static DovecotServer start(String... extraConfiguration) {
        return start((TokenIntrospection) null, extraConfiguration);
    }

    /** Starts one that also takes XOAUTH2 and OAUTHBEARER, and asks an OAuth 2.0 provider about each token. */
    public static DovecotServer start(@Nullable TokenIntrospection introspection, String... extraConfiguration) {
        Path dovecot = Path.of("/usr/sbin/dovecot");
        if (!Files.isExecutable(dovecot)
                || !Files.exists(Path.of("/usr/lib/dovecot/pop3"))
                || !Files.exists(Path.of("/usr/lib/dovecot/lmtp"))) {
            throw new AssertionError("These tests need Dovecot: install it with"
                    + " 'apt-get install -y dovecot-imapd dovecot-pop3d dovecot-lmtpd'");
        }
        try {
            Path directory = Files.createTempDirectory("dovecot");
            List<Integer> free = freePorts(5);
            Map<Protocol, Integer> ports = Map.of(
                    Protocol.IMAP, free.get(0),
                    Protocol.IMAPS, free.get(1),
                    Protocol.POP3, free.get(2),
                    Protocol.POP3S, free.get(3));
            TestAuthority authority = TestAuthority.in(directory);
            authority.issue("server", "DNS:localhost,IP:127.0.0.1,IP:127.0.0.2");
            Path configuration =
                    new DovecotConfiguration(directory, ports, free.get(4), introspection).write(extraConfiguration);
            Process process = new ProcessBuilder(dovecot.toString(), "-F", "-c", configuration.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(directory.resolve("start.log").toFile())
                    .start();
            DovecotServer server =
                    new DovecotServer(directory, process, ports, new LmtpClient(free.get(4)), authority.pem());
            server.awaitStarted(free);
            return server;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public int port(Protocol protocol) {
        return ports.getOrDefault(protocol, 0);
    }

    /** PEM of the authority that signed the server's certificate. */
    public String caCertificate() {
        return caCertificate;
    }

    /** More users with one password; returns when they can log in. */
    public void addUsers(List<String> users, String password) {
        try {
            Files.writeString(
                    directory.resolve("users"),
                    users.stream()
                            .map(user -> DovecotConfiguration.passwdEntry(user, password))
                            .collect(Collectors.joining()),
                    StandardOpenOption.APPEND);
            // Dovecot notices another modification time, in whole seconds, and looks when it is asked
            FileTime later = FileTime.from(Files.getLastModifiedTime(directory.resolve("users"))
                    .toInstant()
                    .plusSeconds(2));
            Files.setLastModifiedTime(directory.resolve("users"), later);
            for (String user : users) {
                doveadm(new byte[0], "auth", "test", user, password);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Delivers raw mails to a user's INBOX, as a mail exchanger would. */
    public void deliver(String user, byte[]... mails) {
        lmtp.deliver(user, Stream.of(mails));
    }

    /** Delivers many raw mails over one connection. */
    public void deliver(String user, Stream<byte[]> mails) {
        lmtp.deliver(user, mails);
    }

    /** Puts very many mails into a user's still empty INBOX at once, as if they had always been there and were read. */
    public void stock(String user, Stream<byte[]> mails) {
        doveadm(new byte[0], "mailbox", "status", "-u", user, "messages", "INBOX"); // makes the folders
        Path folder = directory.resolve("mail").resolve(user).resolve("Maildir/cur");
        AtomicInteger number = new AtomicInteger();
        mails.forEach(mail -> {
            try {
                Files.write(folder.resolve("1700000000." + number.incrementAndGet() + ".stock:2,S"), mail);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
    }

    /** A short text mail. */
    public void deliver(String user, String subject) {
        deliver(user, mail(user, subject).getBytes(StandardCharsets.UTF_8));
    }

    /** A short mail with the given subject (ASCII). */
    public static String mail(String to, String subject) {
        return "From: Sender <sender@example.test>\r\nTo: " + to + "\r\nSubject: " + subject + "\r\nMessage-ID: <"
                + subject.replaceAll("[^A-Za-z0-9]", "-") + "@example.test>\r\n"
                + "Date: Tue, 24 Nov 2026 12:00:00 +0000\r\nMIME-Version: 1.0\r\n"
                + "Content-Type: text/plain; charset=utf-8\r\n\r\nHello from " + subject + ".\r\n";
    }

    /** Stores a raw mail in a folder, creating it when needed. */
    public void save(String user, String folder, String mail) {
        if (!folders(user).contains(folder)) {
            doveadm(new byte[0], "mailbox", "create", "-u", user, folder);
        }
        doveadm(mail.getBytes(StandardCharsets.UTF_8), "save", "-u", user, "-m", folder);
    }

    /** The user's folders, decoded. */
    public List<String> folders(String user) {
        return doveadm(new byte[0], "mailbox", "list", "-u", user).lines().toList();
    }

    /** The flags of the mails in a folder, oldest first, one line per mail such as {@code \Seen}. */
    public List<String> flags(String user, String folder) {
        return fetch(user, folder, "flags");
    }

    /** The subjects in a folder, oldest first. */
    public List<String> subjects(String user, String folder) {
        return fetch(user, folder, "hdr.subject");
    }

    /** Sets or clears flags: {@code doveadm flags add '\Deleted'}. */
    public void addFlag(String user, String folder, String flag, String subject) {
        doveadm(new byte[0], "flags", "add", "-u", user, flag, "mailbox", folder, "subject", subject);
    }

    /** Runs doveadm against this server. */
    public String doveadm(byte[] input, String... arguments) {
        List<String> command = new ArrayList<>(
                List.of("doveadm", "-c", directory.resolve("dovecot.conf").toString()));
        command.addAll(List.of(arguments));
        return Commands.run(directory, input, command.toArray(String[]::new));
    }

    /** What the server wrote to its log. */
    public String log() throws IOException {
        return Files.readString(directory.resolve("dovecot.log"));
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            if (!Files.exists(directory)) {
                return; // closed before
            }
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private List<String> fetch(String user, String folder, String field) {
        // flow format: one line per mail, "hdr.subject=Hello"
        return doveadm(new byte[0], "-f", "flow", "fetch", "-u", user, field, "mailbox", folder)
                .lines()
                .map(line -> line.substring(line.indexOf('=') + 1))
                .toList();
    }

    private void awaitStarted(List<Integer> waitFor) throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        for (int port : waitFor) {
            while (!accepts(port)) {
                if (!process.isAlive() || System.nanoTime() > end) {
                    String why = Files.readString(directory.resolve("start.log"));
                    close();
                    throw new IllegalStateException("Dovecot did not start: " + why);
                }
                Thread.onSpinWait();
            }
        }
    }

    private static boolean accepts(int port) {
        try (Socket probe = new Socket()) {
            probe.connect(new InetSocketAddress("127.0.0.1", port), 200);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static List<Integer> freePorts(int count) throws IOException {
        List<ServerSocket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                sockets.add(new ServerSocket(0, 1, InetAddress.getByName("0.0.0.0")));
            }
            return sockets.stream().map(ServerSocket::getLocalPort).toList();
        } finally {
            for (ServerSocket socket : sockets) {
                socket.close();
            }
        }
    }
}

package org.incomingmail.engine.mailbox.pop3;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.incomingmail.engine.connection.wire.ProtocolViolationException;
import org.incomingmail.engine.connection.wire.ServerRefusalException;
import org.incomingmail.engine.connection.wire.Tls;
import org.incomingmail.engine.connection.wire.TlsDetails;
import org.incomingmail.engine.connection.wire.Wire;
import org.jspecify.annotations.Nullable;

/** A conversation in POP3. */
public final class Pop3Connection {
    private static final int LONGEST_LINE = 8_192; // RFC 2449 4: 512; be generous
    private static final int SHOWN_LINES = 20;
    private static final Pattern LOGIN_DELAY = Pattern.compile("LOGIN-DELAY (\\d{1,9})");
    private static final int MOST_CAPABILITIES = 200;

    private final Wire wire;
    private UnlockedBuffer in;
    private List<String> capabilities = List.of();

    @Nullable
    private IOException lost;

    public Pop3Connection(Wire wire) throws IOException {
        this.wire = wire;
        in = new UnlockedBuffer(wire.in());
    }

    public String greeting() throws IOException {
        String line = line();
        wire.transcript().server(line);
        if (line.startsWith("-ERR")) {
            throw new ServerRefusalException(line);
        }
        if (!line.startsWith("+OK")) {
            throw new ProtocolViolationException("not a POP3 greeting: " + line);
        }
        return line;
    }

    /** CAPA (RFC 2449); none when the server does not know it. */
    public List<String> askCapabilities() throws IOException {
        List<String> offered = new ArrayList<>();
        try {
            list("CAPA", MOST_CAPABILITIES, line -> offered.add(line.toUpperCase(Locale.ROOT)));
        } catch (ServerRefusalException unknown) {
            // RFC 1939 knows no CAPA
        }
        capabilities = List.copyOf(offered);
        return capabilities;
    }

    public boolean can(String capability) {
        return capabilities.stream().anyMatch(line -> line.equals(capability) || line.startsWith(capability + " "));
    }

    public boolean canAuthenticateBy(String mechanism) {
        return capabilities.stream()
                .filter(line -> line.startsWith("SASL "))
                .anyMatch(line -> List.of(line.split("\\s+")).contains(mechanism));
    }

    /** LOGIN-DELAY, in seconds (RFC 2449 6.5); a day at most, as more can only be a mistake. */
    Duration loginDelay() {
        return capabilities.stream()
                .map(LOGIN_DELAY::matcher)
                .filter(Matcher::lookingAt)
                .map(delay -> Duration.ofSeconds(Math.min(86_400, Long.parseLong(delay.group(1)))))
                .findFirst()
                .orElse(Duration.ZERO);
    }

    /** Whether the server told its capabilities at all. */
    public boolean toldCapabilities() {
        return !capabilities.isEmpty();
    }

    public TlsDetails startTls(Tls tls) throws IOException {
        command("STLS");
        TlsDetails details = wire.secure(tls);
        in = new UnlockedBuffer(wire.in());
        capabilities = List.of();
        return details;
    }

    public Wire wire() {
        return wire;
    }

    String command(String command) throws IOException {
        return command(command, command);
    }

    /** Sends a command that is shown differently in the transcript, and expects +OK. */
    String command(String command, String shown) throws IOException {
        return okay(exchange(command, shown));
    }

    /** Sends a line and returns whatever status line comes back. */
    String exchange(String command, String shown) throws IOException {
        ask(command, shown);
        return answer();
    }

    private void ask(String command, String shown) throws IOException {
        if (lost != null) {
            throw lost; // a late answer would be taken for that of another command
        }
        wire.send(command, shown);
    }

    private String answer() throws IOException {
        String line = line();
        wire.transcript().server(line);
        return line;
    }

    private static String okay(String line) throws IOException {
        if (line.startsWith("-ERR")) {
            throw new ServerRefusalException(line);
        }
        if (!line.startsWith("+OK")) {
            throw new ProtocolViolationException("neither +OK nor -ERR: " + line);
        }
        return line;
    }

    /**
     * Sizes as the server tells them (RFC 1939 5, LIST with an argument), one for each number: -1 where it tells none. All
     * are asked for at once where the server can take it.
     */
    List<String> sizes(List<Integer> numbers) throws IOException {
        boolean atOnce = can("PIPELINING");
        if (atOnce) {
            for (int number : numbers) {
                ask("LIST " + number, "LIST " + number);
            }
        }
        List<String> sizes = new ArrayList<>();
        for (int number : numbers) {
            String answer = atOnce ? answer() : exchange("LIST " + number, "LIST " + number);
            String[] parts = answer.strip().split("\\s+");
            sizes.add(answer.startsWith("+OK") && parts.length >= 3 ? parts[2] : "-1");
        }
        return sizes;
    }

    /** Sends a command and takes the lines of its answer, at most so many. */
    void list(String command, int atMost, Consumer<String> lines) throws IOException {
        command(command);
        int count = 0;
        for (String line = line(); !".".equals(line); line = line()) {
            if (count == atMost) {
                throw new ProtocolViolationException("more than " + atMost + " lines in answer to " + command);
            }
            if (count++ < SHOWN_LINES) {
                wire.transcript().server(line);
            }
            lines.accept(line.startsWith(".") ? line.substring(1) : line);
        }
        if (count > SHOWN_LINES) {
            wire.transcript().note((count - SHOWN_LINES) + " more lines");
        }
    }

    /** Sends RETR; its answer is taken by {@link #retrieved()}. */
    void askFor(int number) throws IOException {
        ask("RETR " + number, "RETR " + number);
    }

    /** The oldest message asked for and not taken yet, as a stream that must be finished before the next. */
    DotStuffedInput retrieved() throws IOException {
        okay(answer());
        return new DotStuffedInput(in);
    }

    private String line() throws IOException {
        try {
            return nextLine();
        } catch (IOException failed) {
            lost = failed;
            throw failed;
        }
    }

    private String nextLine() throws IOException {
        byte[] bytes = new byte[LONGEST_LINE];
        int length = 0;
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("Connection dropped by server");
            }
            if (length == LONGEST_LINE) {
                throw new ProtocolViolationException("a line of more than " + LONGEST_LINE + " bytes");
            }
            bytes[length++] = (byte) next;
        }
        return new String(bytes, 0, length, StandardCharsets.UTF_8).stripTrailing();
    }
}

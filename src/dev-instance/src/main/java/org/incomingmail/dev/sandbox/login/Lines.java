package org.incomingmail.dev.sandbox.login;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The lines of an IMAP dialogue before login, bounded: tokens are long, but not endless. */
final class Lines {
    private static final int LONGEST = 64 * 1024;
    private static final Pattern LITERAL = Pattern.compile("(.*)\\{(\\d{1,5})(\\+?)}");

    private final InputStream in;
    private final OutputStream out;

    Lines(InputStream in, OutputStream out) {
        this.in = in;
        this.out = out;
    }

    /** The next line without its end, or null at the end of the stream. */
    @Nullable
    String read() throws IOException {
        var line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                return null;
            }
            if (line.length() >= LONGEST) {
                throw new IOException("a line before login is longer than " + LONGEST + " bytes");
            }
            line.append((char) next);
        }
        int length = line.length();
        if (length > 0 && line.charAt(length - 1) == '\r') {
            line.setLength(length - 1);
        }
        return line.toString();
    }

    /** The next command; literals in it (RFC 3501 section 4.3, RFC 7888) become quoted strings. */
    @Nullable
    String readCommand() throws IOException {
        var command = new StringBuilder();
        String line = read();
        while (line != null) {
            Matcher literal = LITERAL.matcher(line);
            if (!literal.matches()) {
                return command.append(line).toString();
            }
            if (literal.group(3).isEmpty()) {
                write("+ go on");
            }
            byte[] bytes = in.readNBytes(Integer.parseInt(literal.group(2)));
            String text = new String(bytes, StandardCharsets.ISO_8859_1);
            command.append(literal.group(1))
                    .append('"')
                    .append(text.replace("\\", "\\\\").replace("\"", "\\\""))
                    .append('"');
            if (command.length() > LONGEST) {
                throw new IOException("a command before login is longer than " + LONGEST + " bytes");
            }
            line = read();
        }
        return null;
    }

    void write(String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}

package org.incomingmail.engine.mailbox.imap;

import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.incomingmail.engine.connection.wire.ProtocolViolationException;

/**
 * What opening a folder showed (RFC 3501 6.3.1).
 *
 * @param permanentFlags flags we may change for good, as the server lists them; empty when it does not say
 */
record ImapFolder(String name, long uidValidity, long exists, boolean readOnly, Optional<String> permanentFlags) {
    private static final Pattern VALIDITY = Pattern.compile("\\[UIDVALIDITY (\\d{1,10})]", Pattern.CASE_INSENSITIVE);
    private static final Pattern EXISTS = Pattern.compile("^\\* (\\d{1,10}) EXISTS", Pattern.CASE_INSENSITIVE);
    private static final Pattern FLAGS = Pattern.compile("\\[PERMANENTFLAGS \\(([^)]*)\\)]", Pattern.CASE_INSENSITIVE);

    static ImapFolder examine(ImapConnection imap, String name) throws IOException {
        return open(imap, "EXAMINE", name);
    }

    static ImapFolder select(ImapConnection imap, String name) throws IOException {
        return open(imap, "SELECT", name);
    }

    private static ImapFolder open(ImapConnection imap, String command, String name) throws IOException {
        Opening opening = new Opening();
        imap.command(command + " " + ImapConnection.quoted(name), opening);
        if (opening.validity == 0) {
            // RFC 3501 6.3.1: without it UIDs mean nothing the next time
            throw new ProtocolViolationException("no UIDVALIDITY");
        }
        return new ImapFolder(name, opening.validity, opening.exists, opening.readOnly, opening.flags);
    }

    private static final class Opening implements Replies {
        private long validity;
        private long exists;
        private boolean readOnly;
        private Optional<String> flags = Optional.empty();

        @Override
        public void line(String line) {
            Matcher found = VALIDITY.matcher(line);
            if (found.find()) {
                validity = Long.parseLong(found.group(1));
            }
            found = EXISTS.matcher(line);
            if (found.find()) {
                exists = Long.parseLong(found.group(1));
            }
            found = FLAGS.matcher(line);
            if (found.find()) {
                flags = Optional.of(found.group(1));
            }
            readOnly |= line.toUpperCase(java.util.Locale.ROOT).contains("[READ-ONLY]");
        }
    }
}

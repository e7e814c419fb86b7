package org.incomingmail.engine.mailbox.imap;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.incomingmail.engine.connection.ConnectionCode;
import org.incomingmail.engine.connection.UnmetException;
import org.incomingmail.engine.server.AfterProcessing;
import org.jspecify.annotations.Nullable;

/** Finds out, without changing anything, whether what happens to processed mail will be allowed. */
record ImapRights(ImapConnection imap, String folder) {

    /** What was found, in words of the protocol. */
    List<String> check(AfterProcessing policy, @Nullable String moveTo) throws IOException {
        List<String> found = new ArrayList<>();
        if (policy == AfterProcessing.LEAVE) {
            return found;
        }
        ImapFolder opened = ImapFolder.select(imap, folder);
        if (opened.readOnly()) {
            throw new UnmetException(ConnectionCode.RIGHTS_READ_ONLY, folder);
        }
        found.add("READ-WRITE");
        String flag = policy == AfterProcessing.MARK_READ ? "\\Seen" : "\\Deleted";
        if (policy != AfterProcessing.MOVE || !imap.can("MOVE")) {
            checkFlag(opened, flag);
            found.add(flag);
        }
        if (imap.can("ACL")) {
            found.add(checkAcl(policy));
        }
        if (policy == AfterProcessing.MOVE && moveTo != null) {
            found.add(exists(moveTo) ? moveTo : moveTo + " (CREATE)");
        }
        return found;
    }

    private static void checkFlag(ImapFolder opened, String flag) throws UnmetException {
        String flags = opened.permanentFlags().orElse(flag);
        if (!flags.toLowerCase(Locale.ROOT).contains(flag.toLowerCase(Locale.ROOT))) {
            throw new UnmetException(ConnectionCode.RIGHTS_FLAG, flag);
        }
    }

    private String checkAcl(AfterProcessing policy) throws IOException {
        StringBuilder rights = new StringBuilder();
        imap.command("MYRIGHTS " + ImapConnection.quoted(folder), new Replies() {
            @Override
            public void line(String line) {
                if (line.regionMatches(true, 0, "* MYRIGHTS ", 0, 11)) {
                    rights.append(line.substring(line.lastIndexOf(' ') + 1));
                }
            }
        });
        // RFC 4314 2.1: s keeps \Seen, t sets \Deleted, e expunges; d is their ancestor (RFC 2086)
        String needed = policy == AfterProcessing.MARK_READ ? "s" : "te";
        for (char right : needed.toCharArray()) {
            boolean ancestor = right != 's' && rights.indexOf("d") >= 0;
            if (!rights.isEmpty() && rights.indexOf(String.valueOf(right)) < 0 && !ancestor) {
                throw new UnmetException(ConnectionCode.RIGHTS_ACL, String.valueOf(right));
            }
        }
        return "MYRIGHTS " + rights;
    }

    private boolean exists(String name) throws IOException {
        List<String> lines = new ArrayList<>();
        imap.command("LIST \"\" " + ImapConnection.quoted(name), new Replies() {
            @Override
            public void line(String line) {
                if (line.regionMatches(true, 0, "* LIST ", 0, 7)) {
                    lines.add(line);
                }
            }
        });
        if (lines.stream().anyMatch(line -> line.toLowerCase(Locale.ROOT).contains("\\noselect"))) {
            throw new UnmetException(ConnectionCode.RIGHTS_FOLDER, name);
        }
        return !lines.isEmpty();
    }
}

package org.incomingmail.engine.mailbox.imap;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.incomingmail.engine.connection.wire.ServerRefusalException;

/** Changes messages on the server. Touches only the given UIDs, whatever else is marked for deletion. */
record ImapSettling(ImapConnection imap, ImapFolder folder) {

    void markRead(List<Long> uids) throws IOException {
        store(uids, "\\Seen");
    }

    void delete(List<Long> uids) throws IOException {
        store(uids, "\\Deleted");
        expunge(uids);
    }

    void move(List<Long> uids, String target) throws IOException {
        boolean atOnce = imap.can("MOVE"); // RFC 6851
        for (String set : UidSet.of(uids)) {
            intoFolder((atOnce ? "UID MOVE " : "UID COPY ") + set, target);
        }
        if (!atOnce) {
            delete(uids);
        }
    }

    private void intoFolder(String command, String target) throws IOException {
        String name = ImapConnection.quoted(target);
        try {
            imap.command(command + " " + name, Replies.IGNORED);
        } catch (ServerRefusalException refused) {
            String why = refused.serverSaid().toUpperCase(Locale.ROOT);
            if (!why.contains("[TRYCREATE]") && !why.contains("[NONEXISTENT]")) {
                throw refused;
            }
            imap.command("CREATE " + name, Replies.IGNORED);
            imap.command("SUBSCRIBE " + name, Replies.IGNORED);
            imap.command(command + " " + name, Replies.IGNORED);
        }
    }

    private void store(List<Long> uids, String flag) throws IOException {
        for (String set : UidSet.of(uids)) {
            imap.command("UID STORE " + set + " +FLAGS.SILENT (" + flag + ")", Replies.IGNORED);
        }
    }

    private void expunge(List<Long> uids) throws IOException {
        if (imap.can("UIDPLUS")) {
            for (String set : UidSet.of(uids)) {
                imap.command("UID EXPUNGE " + set, Replies.IGNORED);
            }
            return;
        }
        // a plain EXPUNGE removes everybody's deleted messages: only when there are none but ours
        Set<Long> others = new HashSet<>(new ImapListing(imap, folder).search("DELETED"));
        uids.forEach(others::remove);
        if (others.isEmpty()) {
            imap.command("EXPUNGE", Replies.IGNORED);
        }
    }
}

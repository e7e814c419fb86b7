package org.incomingmail.engine.mailbox.imap;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.incomingmail.engine.mailbox.MessageHandle;
import org.incomingmail.engine.mailbox.SeenMessages;
import org.jspecify.annotations.Nullable;

/** Finds the messages that are wanted now. */
record ImapListing(ImapConnection imap, ImapFolder folder) {
    private static final int MOST = 200_000; // the rest has its turn when these are done
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d-MMM-yyyy", Locale.ENGLISH);

    List<MessageHandle> list(SeenMessages seen, @Nullable Instant since) throws IOException {
        String epoch = Long.toString(folder.uidValidity());
        long low = seen.lowWater(epoch);
        List<Fetched> found = new ArrayList<>();
        for (String set : candidates(low, since)) {
            imap.command("UID FETCH " + set + " (UID RFC822.SIZE INTERNALDATE FLAGS)", new Replies() {
                @Override
                public void fetched(Fetched message) {
                    // n:* names the last message even when its UID is below n (RFC 3501 6.4.8)
                    if (found.size() < MOST
                            && message.uid() > low
                            && answersUs(message)
                            && !message.deleted()
                            && wanted(message, since)) {
                        found.add(message);
                    }
                }
            });
        }
        Set<String> notWanted = seen.notWanted(
                epoch,
                found.stream().map(message -> Long.toString(message.uid())).toList());
        return found.stream()
                .filter(message -> !notWanted.contains(Long.toString(message.uid())))
                .sorted(Comparator.comparingLong(Fetched::uid))
                .map(message -> new MessageHandle(Long.toString(message.uid()), message.size(), message.received()))
                .collect(Collectors.toList());
    }

    private List<String> candidates(long low, @Nullable Instant since) throws IOException {
        if (folder.exists() == 0) {
            return List.of();
        }
        String above = (low + 1) + ":*";
        if (since == null) {
            return List.of(above);
        }
        // SINCE knows only days, in the server's time zone; two days earlier is safe, the exact moment is checked later
        String day = DAY.format(since.minus(2, ChronoUnit.DAYS).atZone(ZoneOffset.UTC));
        return UidSet.of(search("UID " + above + " SINCE " + day));
    }

    /** UID SEARCH. */
    List<Long> search(String criteria) throws IOException {
        List<Long> uids = new ArrayList<>();
        imap.command("UID SEARCH " + criteria, new Replies() {
            @Override
            public void line(String line) {
                if (line.regionMatches(true, 0, "* SEARCH", 0, 8)) {
                    for (String uid : line.substring(8).strip().split("\\s+")) {
                        if (uid.matches("\\d{1,10}")) {
                            uids.add(Long.parseLong(uid));
                        }
                    }
                }
            }
        });
        return uids;
    }

    /** FETCH responses that tell of changed flags come at any time (RFC 3501 7.4.2); a size may be missing. */
    private static boolean answersUs(Fetched message) {
        return message.size() >= 0 || message.received() != null;
    }

    private static boolean wanted(Fetched message, @Nullable Instant since) {
        Instant received = message.received();
        // INTERNALDATE has whole seconds
        return since == null || received == null || !received.isBefore(since.truncatedTo(ChronoUnit.SECONDS));
    }
}

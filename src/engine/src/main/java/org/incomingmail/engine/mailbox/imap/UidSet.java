package org.incomingmail.engine.mailbox.imap;

import java.util.ArrayList;
import java.util.List;

/** Writes UIDs as sequence sets (RFC 3501 9), runs shortened, in lines no server finds too long. */
final class UidSet {
    private static final int LONGEST = 4_000;

    private UidSet() {}

    static List<String> of(List<Long> uids) {
        List<String> sets = new ArrayList<>();
        StringBuilder set = new StringBuilder();
        List<Long> sorted = uids.stream().sorted().distinct().toList();
        for (int i = 0; i < sorted.size(); ) {
            int last = i;
            while (last + 1 < sorted.size() && sorted.get(last + 1) == sorted.get(last) + 1) {
                last++;
            }
            if (set.length() > LONGEST) {
                sets.add(set.toString());
                set.setLength(0);
            }
            set.append(set.isEmpty() ? "" : ",").append(sorted.get(i));
            if (last > i) {
                set.append(':').append(sorted.get(last));
            }
            i = last + 1;
        }
        if (!set.isEmpty()) {
            sets.add(set.toString());
        }
        return sets;
    }
}

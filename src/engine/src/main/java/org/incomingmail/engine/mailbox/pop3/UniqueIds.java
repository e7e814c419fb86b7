package org.incomingmail.engine.mailbox.pop3;

import java.util.Map;

/**
 * The unique-ids of a session. RFC 1939 section 7 lets copies of a message share one, and some servers give the same to
 * different messages: then each is read, under a name of its own, but none is deleted, as next time they may be numbered
 * otherwise.
 */
final class UniqueIds {
    // not allowed in a unique-id, whose characters are 0x21 to 0x7E
    private static final char COUNT = ' ';

    private UniqueIds() {}

    static void add(Map<String, Integer> numbers, String uid, int number) {
        String name = uid;
        for (int copy = 2; numbers.containsKey(name); copy++) {
            name = uid + COUNT + copy;
        }
        numbers.put(name, number);
    }

    static boolean shared(Map<String, Integer> numbers, String uid) {
        return uid.indexOf(COUNT) >= 0 || numbers.containsKey(uid + COUNT + 2);
    }
}

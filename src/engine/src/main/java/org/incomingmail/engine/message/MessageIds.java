package org.incomingmail.engine.message;

import java.util.ArrayList;
import java.util.List;

/** Message ids in Message-ID, In-Reply-To and References; Exchange and iOS put commas between them. */
final class MessageIds {
    private static final int MOST = 200;

    private MessageIds() {}

    static List<String> parse(List<String> values) {
        List<String> ids = new ArrayList<>();
        for (String value : values) {
            int start = value.indexOf('<');
            while (start >= 0 && ids.size() < MOST) {
                int end = value.indexOf('>', start);
                if (end < 0) {
                    break;
                }
                String id = value.substring(start, end + 1).replaceAll("\\s", "");
                if (id.length() > 2 && !ids.contains(id)) {
                    ids.add(id);
                }
                start = value.indexOf('<', end);
            }
        }
        return ids;
    }
}

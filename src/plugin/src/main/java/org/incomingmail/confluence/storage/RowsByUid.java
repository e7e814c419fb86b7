package org.incomingmail.confluence.storage;

import com.atlassian.activeobjects.external.ActiveObjects;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import net.java.ao.Query;
import org.incomingmail.engine.delivery.TransportKey;
import org.incomingmail.engine.server.MailServerId;

/** Rows of many messages with few statements. */
final class RowsByUid {
    private static final int CHUNK = 200;

    private RowsByUid() {}

    static void forEach(
            ActiveObjects ao, MailServerId server, String epoch, Collection<String> uids, Consumer<MessageRow> found) {
        List<String> keys = uids.stream()
                .map(uid -> Keys.of(new TransportKey(server, epoch, uid)))
                .toList();
        for (int from = 0; from < keys.size(); from += CHUNK) {
            List<String> chunk = keys.subList(from, Math.min(keys.size(), from + CHUNK));
            String places = String.join(", ", Collections.nCopies(chunk.size(), "?"));
            for (MessageRow row : ao.find(
                    MessageRow.class, Query.select().where("TRANSPORT_KEY IN (" + places + ")", chunk.toArray()))) {
                found.accept(row);
            }
        }
    }
}

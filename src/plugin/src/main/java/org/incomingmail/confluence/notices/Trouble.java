package org.incomingmail.confluence.notices;

import java.time.Instant;
import java.util.List;
import org.incomingmail.engine.server.MailServer;
import org.incomingmail.engine.server.ServerState;
import org.jspecify.annotations.Nullable;

/** Something that an administrator has to see to. */
public sealed interface Trouble {

    /**
     * A mailbox that is not read any more until somebody does something.
     *
     * @param authorize whether authorizing anew is what helps
     */
    record Stopped(MailServer server, ServerState state, boolean authorize) implements Trouble {}

    /**
     * A client secret that expires soon, or has expired.
     *
     * @param client its name in Application links
     * @param servers those that stop working then
     * @param daysLeft whole days, counted up; 0 when it has expired
     */
    record SecretExpires(String clientId, String client, Instant expires, int daysLeft, List<MailServer> servers)
            implements Trouble {
        public SecretExpires {
            servers = List.copyOf(servers);
        }

        /** The warning that is due: 30, 7 or 1 days before, 0 once it has expired; null when it is early yet. */
        public @Nullable Integer warning() {
            for (int days : new int[] {0, 1, 7, 30}) {
                if (daysLeft <= days) {
                    return days;
                }
            }
            return null;
        }
    }
}

package org.incomingmail.confluence.metrics;

import java.beans.ConstructorProperties;
import java.util.List;

/** Incoming mail as JMX shows it: {@code org.incomingmail:type=IncomingMail}. */
public interface MailFiguresMXBean {

    /** OK, DEGRADED or FAILING. */
    String getStatus();

    List<ServerFigures> getServers();

    /** One mail server's figures; an open type, so that every console can show it. */
    final class ServerFigures {
        private final String id;
        private final String name;
        private final String status;
        private final int waiting;
        private final int quarantined;
        private final boolean pushed;

        @ConstructorProperties({"id", "name", "status", "waiting", "quarantined", "pushed"})
        public ServerFigures(String id, String name, String status, int waiting, int quarantined, boolean pushed) {
            this.id = id;
            this.name = name;
            this.status = status;
            this.waiting = waiting;
            this.quarantined = quarantined;
            this.pushed = pushed;
        }

        public String getId() {
            return id;
        }

        public String getName() {
            return name;
        }

        public String getStatus() {
            return status;
        }

        public int getWaiting() {
            return waiting;
        }

        public int getQuarantined() {
            return quarantined;
        }

        public boolean isPushed() {
            return pushed;
        }
    }

    /** Messages whose outcome was committed on this node since the app started, by mail server and state. */
    List<MessageCount> getMessages();

    /** How many messages of a mail server reached a state. */
    final class MessageCount {
        private final String server;
        private final String state;
        private final long count;

        @ConstructorProperties({"server", "state", "count"})
        public MessageCount(String server, String state, long count) {
            this.server = server;
            this.state = state;
            this.count = count;
        }

        public String getServer() {
            return server;
        }

        public String getState() {
            return state;
        }

        public long getCount() {
            return count;
        }
    }
}

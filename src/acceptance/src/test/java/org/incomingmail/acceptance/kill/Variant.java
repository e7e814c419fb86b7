package org.incomingmail.acceptance.kill;

import org.incomingmail.engine.server.AfterProcessing;
import org.incomingmail.engine.server.Protocol;

/**
 * One way to run.
 *
 * @param nodes one, or two of which one is killed while the other goes on; two need PostgreSQL
 */
record Variant(Protocol protocol, AfterProcessing policy, boolean postgres, int nodes) {
    @Override
    public String toString() {
        return "%s %s, %s, %s"
                .formatted(protocol, policy, postgres ? "PostgreSQL" : "HSQLDB", nodes == 1 ? "one node" : "two nodes");
    }
}

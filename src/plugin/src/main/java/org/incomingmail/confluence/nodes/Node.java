package org.incomingmail.confluence.nodes;

import java.util.Set;
import org.incomingmail.engine.server.MailServerId;

/**
 * A node on which this app runs.
 *
 * @param id of this run; another after each start of the app
 * @param name for people
 * @param listens whether it listens to mailboxes at all
 * @param listening to which mailboxes it listens (IMAP IDLE)
 */
public record Node(String id, String name, boolean listens, Set<MailServerId> listening) {}

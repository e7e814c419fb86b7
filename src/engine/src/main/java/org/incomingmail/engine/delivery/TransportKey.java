package org.incomingmail.engine.delivery;

import org.incomingmail.engine.server.MailServerId;

/** Where a message lies on a mail server: unique as long as the epoch lasts. */
public record TransportKey(MailServerId server, String epoch, String uid) {}

package org.incomingmail.engine.mailbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message on the server.
 *
 * @param uid UID in decimal (IMAP) or unique-id (POP3 UIDL, RFC 1939 section 7)
 * @param size bytes as the server says; -1 when it does not
 * @param received INTERNALDATE; null for POP3
 */
public record MessageHandle(String uid, long size, @Nullable Instant received) {}

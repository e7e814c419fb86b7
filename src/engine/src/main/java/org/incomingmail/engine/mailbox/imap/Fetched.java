package org.incomingmail.engine.mailbox.imap;

import java.io.InputStream;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One FETCH response; what the server did not send is -1, null or false. */
record Fetched(long uid, long size, @Nullable Instant received, boolean deleted, @Nullable InputStream body) {}

package org.incomingmail.engine.mailbox.imap;

import java.io.InputStream;
import java.time.Instant;
import java.util.Date;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.FLAGS;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.INTERNALDATE;
import org.eclipse.angus.mail.imap.protocol.RFC822SIZE;
import org.eclipse.angus.mail.imap.protocol.UID;
import org.jspecify.annotations.Nullable;

/** One FETCH response; what the server did not send is -1, null or false. */
record Fetched(long uid, long size, @Nullable Instant received, boolean deleted, @Nullable InputStream body) {

    static Fetched of(FetchResponse fetch) {
        UID uid = fetch.getItem(UID.class);
        RFC822SIZE size = fetch.getItem(RFC822SIZE.class);
        INTERNALDATE received = fetch.getItem(INTERNALDATE.class);
        FLAGS flags = fetch.getItem(FLAGS.class);
        BODY body = fetch.getItem(BODY.class);
        Date date = received == null ? null : received.getDate();
        return new Fetched(
                uid == null ? -1 : uid.uid,
                size == null ? -1 : size.size,
                date == null ? null : date.toInstant(),
                flags != null && flags.contains(jakarta.mail.Flags.Flag.DELETED),
                body == null ? null : body.getByteArrayInputStream());
    }
}

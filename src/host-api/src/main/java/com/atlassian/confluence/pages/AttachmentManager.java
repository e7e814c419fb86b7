package com.atlassian.confluence.pages;

import com.atlassian.confluence.core.ContentEntityObject;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.incomingmail.hostapi.HostType;
import org.incomingmail.hostapi.Unconfirmed;
import org.jspecify.annotations.Nullable;

/** Stores and finds attachments. */
@HostType(source = "OSS call sites")
public interface AttachmentManager {
    /** Stores the attachment with its bytes; the stream is read to its end and not closed. */
    void saveAttachment(Attachment attachment, @Nullable Attachment previousVersion, InputStream data)
            throws IOException;

    @Nullable
    Attachment getAttachment(ContentEntityObject container, String fileName);

    @Unconfirmed
    InputStream getAttachmentData(Attachment attachment);

    @Unconfirmed
    List<Attachment> getLatestVersionsOfAttachments(ContentEntityObject container);
}

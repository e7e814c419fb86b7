package com.atlassian.confluence.pages;

import com.atlassian.confluence.core.ContentEntityObject;
import com.atlassian.confluence.core.SpaceContentEntityObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.incomingmail.hostapi.HostType;
import org.incomingmail.hostapi.Unconfirmed;
import org.jspecify.annotations.Nullable;

/** A file on a page, blog post or comment. */
@HostType(source = "OSS call sites")
public class Attachment extends SpaceContentEntityObject {
    private String fileName = "";
    private String mediaType = "application/octet-stream";
    private long fileSize;
    private @Nullable ContentEntityObject container;

    @Unconfirmed
    public Attachment() {}

    /** A new file; size in bytes. */
    @Unconfirmed
    public Attachment(String fileName, String mediaType, long fileSize, String comment) {
        this.fileName = fileName;
        this.mediaType = mediaType;
        this.fileSize = fileSize;
    }

    public String getFileName() {
        return fileName;
    }

    @Unconfirmed
    public String getMediaType() {
        return mediaType;
    }

    public long getFileSize() {
        return fileSize;
    }

    @Unconfirmed
    public @Nullable ContentEntityObject getContainer() {
        return container;
    }

    @Unconfirmed
    public void setContainer(@Nullable ContentEntityObject container) {
        this.container = container;
    }

    @Override
    public String getUrlPath() {
        ContentEntityObject owner = container;
        return "/download/attachments/" + (owner == null ? 0 : owner.getId()) + "/"
                + URLEncoder.encode(fileName, StandardCharsets.UTF_8).replace("+", "%20");
    }
}

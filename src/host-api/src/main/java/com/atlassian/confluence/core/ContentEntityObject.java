package com.atlassian.confluence.core;

import com.atlassian.confluence.user.ConfluenceUser;
import java.util.Date;
import org.incomingmail.hostapi.HostType;
import org.incomingmail.hostapi.Unconfirmed;
import org.jspecify.annotations.Nullable;

/** Anything in the wiki that has a body: page, blog post, comment, attachment. */
@HostType(source = "Confluence Javadoc 9.2.4")
public abstract class ContentEntityObject {
    private long id;
    private String title = "";
    private String body = "";
    private @Nullable ConfluenceUser creator;
    private Date creationDate = new Date();
    private Date lastModificationDate = creationDate;
    private int version = 1;
    private String contentStatus = "current";

    public long getId() {
        return id;
    }

    @Unconfirmed
    public void setId(long id) {
        this.id = id;
    }

    @Unconfirmed
    public String getTitle() {
        return title;
    }

    @Unconfirmed
    public void setTitle(String title) {
        this.title = title;
    }

    /** Body in storage format. */
    @Unconfirmed
    public String getBodyAsString() {
        return body;
    }

    @Unconfirmed
    public void setBodyAsString(String storage) {
        this.body = storage;
    }

    @Unconfirmed
    public @Nullable ConfluenceUser getCreator() {
        return creator;
    }

    @Unconfirmed
    public void setCreator(@Nullable ConfluenceUser creator) {
        this.creator = creator;
    }

    @Unconfirmed
    public Date getCreationDate() {
        return creationDate;
    }

    @Unconfirmed
    public void setCreationDate(Date creationDate) {
        this.creationDate = creationDate;
    }

    @Unconfirmed
    public Date getLastModificationDate() {
        return lastModificationDate;
    }

    @Unconfirmed
    public void setLastModificationDate(Date lastModificationDate) {
        this.lastModificationDate = lastModificationDate;
    }

    @Unconfirmed
    public int getVersion() {
        return version;
    }

    @Unconfirmed
    public void setVersion(int version) {
        this.version = version;
    }

    /** current, draft or deleted. */
    @Unconfirmed
    public String getContentStatus() {
        return contentStatus;
    }

    @Unconfirmed
    public void setContentStatus(String contentStatus) {
        this.contentStatus = contentStatus;
    }

    @Unconfirmed
    public boolean isDeleted() {
        return "deleted".equals(contentStatus);
    }

    /** Path below the base URL at which the content is shown, starting with a slash. */
    @Unconfirmed
    public abstract String getUrlPath();
}

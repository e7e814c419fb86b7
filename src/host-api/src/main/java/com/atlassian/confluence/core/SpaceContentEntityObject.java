package com.atlassian.confluence.core;

import com.atlassian.confluence.spaces.Space;
import org.incomingmail.hostapi.HostType;
import org.incomingmail.hostapi.Unconfirmed;
import org.jspecify.annotations.Nullable;

/** Content that lies in a space. */
@HostType(source = "Confluence Javadoc 9.2.4")
public abstract class SpaceContentEntityObject extends ContentEntityObject {
    private @Nullable Space space;

    @Unconfirmed
    public @Nullable Space getSpace() {
        return space;
    }

    @Unconfirmed
    public void setSpace(@Nullable Space space) {
        this.space = space;
    }

    @Unconfirmed
    public @Nullable String getSpaceKey() {
        return space == null ? null : space.getKey();
    }
}

package com.atlassian.confluence.core;

import org.incomingmail.hostapi.HostType;
import org.incomingmail.hostapi.Unconfirmed;
import org.jspecify.annotations.Nullable;

/** Small values kept with a piece of content. */
@HostType(source = "OSS call sites")
public interface ContentPropertyManager {
    @Unconfirmed
    @Nullable
    String getStringProperty(ContentEntityObject content, String key);

    @Unconfirmed
    void setStringProperty(ContentEntityObject content, String key, String value);
}

package com.atlassian.sal.api.pluginsettings;

import org.incomingmail.hostapi.HostType;
import org.jspecify.annotations.Nullable;

/** Small values kept by the host; not thread-safe; keys up to 100 characters. */
@HostType(source = "SAL 2.8 source")
public interface PluginSettings {
    @Nullable
    Object get(String key);

    @Nullable
    Object put(String key, Object value);

    @Nullable
    Object remove(String key);
}

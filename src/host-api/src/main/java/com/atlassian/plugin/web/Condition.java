package com.atlassian.plugin.web;

import java.util.Map;
import org.incomingmail.hostapi.HostType;

/** Decides whether a web item or section shows. */
@HostType(source = "plugin framework 2.11 source")
public interface Condition {
    void init(Map<String, String> params);

    boolean shouldDisplay(Map<String, Object> context);
}

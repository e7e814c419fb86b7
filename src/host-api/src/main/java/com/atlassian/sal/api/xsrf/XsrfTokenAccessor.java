package com.atlassian.sal.api.xsrf;

import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.incomingmail.hostapi.HostType;
import org.jspecify.annotations.Nullable;

/** The token that proves a form was served by this host. */
@HostType(source = "Atlassian's Slack integration 4.0.5, Confluence 9.0.3")
public interface XsrfTokenAccessor {
    @Nullable
    String getXsrfToken(HttpServletRequest request, HttpServletResponse response, boolean create);
}

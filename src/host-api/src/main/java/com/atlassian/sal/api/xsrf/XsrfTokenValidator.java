package com.atlassian.sal.api.xsrf;

import javax.servlet.http.HttpServletRequest;
import org.incomingmail.hostapi.HostType;

/** Checks the token that came back with a form. */
@HostType(source = "Atlassian's Slack integration 4.0.5, Confluence 9.0.3")
public interface XsrfTokenValidator {
    boolean validateFormEncodedToken(HttpServletRequest request);

    String getXsrfParameterName();
}

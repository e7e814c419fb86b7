package com.atlassian.soy.renderer;

import java.util.Map;
import org.incomingmail.hostapi.HostType;

/** Renders a Soy template of a web-resource module. */
@HostType(source = "Atlassian's Slack integration 4.0.5, Confluence 9.0.3")
public interface SoyTemplateRenderer {
    void render(Appendable appendable, String completeModuleKey, String templateName, Map<String, Object> data)
            throws SoyException;
}

package com.atlassian.confluence.pages;

import com.atlassian.confluence.core.SpaceContentEntityObject;
import com.atlassian.confluence.labels.Labelable;
import org.incomingmail.hostapi.HostType;

/** A page or blog post. */
@HostType(source = "Confluence Javadoc 9.2.4")
public abstract class AbstractPage extends SpaceContentEntityObject implements Labelable {}

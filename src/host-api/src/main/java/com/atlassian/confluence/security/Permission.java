package com.atlassian.confluence.security;

import org.incomingmail.hostapi.HostType;

/** What somebody may do. */
@HostType(source = "Atlassian's Slack integration 4.0.5, Confluence 9.0.3")
public final class Permission {
    public static final Permission VIEW = new Permission("VIEW");
    public static final Permission EDIT = new Permission("EDIT");
    public static final Permission ADMINISTER = new Permission("ADMINISTER");

    private final String name;

    private Permission(String name) {
        this.name = name;
    }

    @Override
    public String toString() {
        return name;
    }
}

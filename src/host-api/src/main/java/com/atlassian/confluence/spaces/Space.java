package com.atlassian.confluence.spaces;

import com.atlassian.confluence.pages.Page;
import org.incomingmail.hostapi.HostType;
import org.incomingmail.hostapi.Unconfirmed;
import org.jspecify.annotations.Nullable;

/** A space: a key, a name, a home page. */
@HostType(source = "Atlassian's Slack integration 4.0.5, Confluence 9.0.3")
public class Space {
    private final long id;
    private final String key;
    private final String name;
    private @Nullable Page homePage;

    @Unconfirmed
    public Space(long id, String key, String name) {
        this.id = id;
        this.key = key;
        this.name = name;
    }

    @Unconfirmed
    public long getId() {
        return id;
    }

    public String getKey() {
        return key;
    }

    public String getName() {
        return name;
    }

    @Unconfirmed
    public @Nullable Page getHomePage() {
        return homePage;
    }

    @Unconfirmed
    public void setHomePage(@Nullable Page homePage) {
        this.homePage = homePage;
    }
}

package com.atlassian.confluence.spaces;

import java.util.List;
import org.incomingmail.hostapi.HostType;
import org.incomingmail.hostapi.Unconfirmed;
import org.jspecify.annotations.Nullable;

/** Finds spaces. */
@HostType(source = "Atlassian's Slack integration 4.0.5, Confluence 9.0.3")
public interface SpaceManager {
    /** Null when there is no such space; keys ignore case. */
    @Nullable
    Space getSpace(String spaceKey);

    @Unconfirmed
    List<Space> getAllSpaces();
}

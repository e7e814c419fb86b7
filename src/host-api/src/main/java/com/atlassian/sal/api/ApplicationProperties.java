package com.atlassian.sal.api;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import org.incomingmail.hostapi.HostType;
import org.incomingmail.hostapi.Unconfirmed;
import org.jspecify.annotations.Nullable;

/** What the host is and where. Import in Confluence by name: salApplicationProperties. */
@HostType(source = "Atlassian's Slack integration 4.0.5, Confluence 9.0.3")
public interface ApplicationProperties {
    String getBaseUrl(UrlMode urlMode);

    String getDisplayName();

    String getVersion();

    String getBuildNumber();

    @Nullable
    File getHomeDirectory();

    @Unconfirmed("newer SAL, known by name only")
    Optional<Path> getSharedHomeDirectory();
}

package org.incomingmail.dev.web;

import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.UrlMode;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import org.incomingmail.dev.house.Host;

/** What the instance says about itself. It names the version whose API it declares. */
final class HostProperties implements ApplicationProperties {

    private final Host host;

    HostProperties(Host host) {
        this.host = host;
    }

    @Override
    public String getBaseUrl(UrlMode urlMode) {
        return switch (urlMode) {
            case RELATIVE, RELATIVE_CANONICAL -> host.options().contextPath();
            case CANONICAL, ABSOLUTE, AUTO -> host.baseUrl();
        };
    }

    @Override
    public String getDisplayName() {
        return "Confluence";
    }

    @Override
    public String getVersion() {
        return "9.5.0";
    }

    @Override
    public String getBuildNumber() {
        return "9500";
    }

    @Override
    public File getHomeDirectory() {
        return host.options().home().toFile();
    }

    @Override
    public Optional<Path> getSharedHomeDirectory() {
        return Optional.of(host.options().sharedHome());
    }
}

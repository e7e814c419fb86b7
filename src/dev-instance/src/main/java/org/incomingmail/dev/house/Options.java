package org.incomingmail.dev.house;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What the person who started the instance asked for.
 *
 * @param port HTTP port; 0 picks a free one
 * @param contextPath starts with a slash, or empty
 * @param home the home folder: database, attachments, logs, installed apps
 * @param jdbcUrl a PostgreSQL URL with user and password, or empty for HSQLDB in the home folder
 * @param membership empty for an instance that is no node of a cluster
 */
public record Options(
        int port, String contextPath, Path home, Optional<String> jdbcUrl, Optional<Membership> membership) {

    /** Of an instance that is no node of a cluster. */
    public Options(int port, String contextPath, Path home, Optional<String> jdbcUrl) {
        this(port, contextPath, home, jdbcUrl, Optional.empty());
    }

    /** The shared home, as the host calls it. */
    public Path sharedHome() {
        return membership.map(Membership::sharedHome).orElseGet(() -> home.resolve("shared-home"));
    }

    /** Where attachments and apps are: the shared home of a cluster, else the home folder. */
    public Path common() {
        return membership.map(Membership::sharedHome).orElse(home);
    }
}

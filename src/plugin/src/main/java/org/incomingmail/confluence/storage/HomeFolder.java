package org.incomingmail.confluence.storage;

import com.atlassian.sal.api.ApplicationProperties;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javax.inject.Inject;
import javax.inject.Named;

/** Where the app keeps files: in the home that all nodes share, and in this node's own. */
@Named
public class HomeFolder {
    private static final String NAME = "incoming-mail";
    private final ApplicationProperties properties;

    @Inject
    public HomeFolder(@Named("salApplicationProperties") ApplicationProperties properties) {
        this.properties = properties;
    }

    /** Seen by every node. */
    public Path shared() {
        return sharedHome().orElseGet(this::localHome).resolve(NAME);
    }

    /** This node's own, for what is gone after a restart anyway. */
    public Path spool() {
        return localHome().resolve("temp").resolve(NAME);
    }

    private Optional<Path> sharedHome() {
        try {
            return properties.getSharedHomeDirectory();
        } catch (LinkageError olderHost) {
            // not in every version of the host: a single node's home is as good
            return Optional.empty();
        }
    }

    private Path localHome() {
        File home = properties.getHomeDirectory();
        if (home == null) {
            throw new IllegalStateException("The host has no home directory");
        }
        return home.toPath();
    }
}

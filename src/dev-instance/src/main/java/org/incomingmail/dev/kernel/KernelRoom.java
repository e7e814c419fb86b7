package org.incomingmail.dev.kernel;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.incomingmail.dev.house.Host;
import org.incomingmail.dev.house.HostServices;
import org.incomingmail.dev.house.Membership;
import org.incomingmail.dev.house.Options;
import org.incomingmail.dev.house.Room;
import org.incomingmail.dev.house.StartFailure;
import org.osgi.framework.BundleException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where apps live. Opens before the screens that show them, and starts the apps after the host is complete. */
public final class KernelRoom implements Room {

    private static final Logger LOG = LoggerFactory.getLogger(KernelRoom.class);

    private final HostServices services;
    private final SpringContexts contexts = new SpringContexts();
    private final OsgiFramework framework;
    private final Rollout rollout;
    private final Apps apps;
    private final boolean hasApps;

    /** Apps may use these kinds of module, beside the kernel's own. */
    public KernelRoom(Options options, HostServices services, List<ModuleType> moduleTypes) {
        this.services = services;
        this.hasApps = options.membership().filter(Membership::entry).isEmpty();
        this.framework = new OsgiFramework(options.home().resolve("temp").resolve("osgi"));
        List<ModuleType> types = new ArrayList<>(moduleTypes);
        types.add(new ActiveObjectsModule(services));
        types.add(new JobConfigModule(services));
        this.rollout = new Rollout(services);
        this.apps = new Apps(framework, contexts, new AppShelf(options.common()), rollout, types);
    }

    @Override
    public void open(Host host) {
        services.register(Apps.class, apps);
    }

    /** Publishes the host's services and starts the apps of earlier runs and the given ones; not at the entry. */
    public void start(List<Path> jars) {
        try {
            framework.start(services, contexts);
        } catch (BundleException | IOException e) {
            throw new StartFailure("the OSGi framework can't start: " + e.getMessage(), e);
        }
        if (!hasApps) {
            return;
        }
        rollout.hear(apps::follow);
        for (Path jar : jars) {
            try {
                apps.installAtStart(jar);
            } catch (AppRejected e) {
                LOG.error("{} can't be installed: {}", jar, e.getMessage(), e);
                throw new StartFailure(jar + " can't be installed: " + e.getMessage(), e);
            }
        }
        apps.loadKept();
    }

    @Override
    public void close() {
        apps.close();
        framework.close();
    }
}

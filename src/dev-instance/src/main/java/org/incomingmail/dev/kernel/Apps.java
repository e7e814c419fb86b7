package org.incomingmail.dev.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The installed apps: install, replace, enable, disable, uninstall, while the instance runs. What is done on one node of a
 * cluster is done on the others after it, one at a time.
 */
public final class Apps implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Apps.class);

    private final OsgiFramework framework;
    private final SpringContexts contexts;
    private final AppShelf shelf;
    private final Rollout rollout;
    private final Map<String, ModuleType> types = new LinkedHashMap<>();
    private final Map<String, Installed> installed = new TreeMap<>();

    Apps(
            OsgiFramework framework,
            SpringContexts contexts,
            AppShelf shelf,
            Rollout rollout,
            Collection<ModuleType> types) {
        this.framework = framework;
        this.contexts = contexts;
        this.shelf = shelf;
        this.rollout = rollout;
        types.forEach(type -> this.types.put(type.element(), type));
    }

    /** All installed apps by key. */
    public synchronized List<AppStatus> all() {
        return installed.values().stream().map(this::status).toList();
    }

    /** One installed app. */
    public synchronized Optional<AppStatus> find(String key) {
        return Optional.ofNullable(installed.get(key)).map(this::status);
    }

    private AppStatus status(Installed each) {
        return new AppStatus(
                each.app.descriptor(), !shelf.isDisabled(each.app.key()), each.running != null, each.problems);
    }

    /** Installs a jar, replacing the app of the same key, and enables it. */
    public AppStatus install(Path jar) throws AppRejected {
        AppFile file = AppFile.read(jar);
        return rollout.first(file.descriptor().key(), () -> installHere(file));
    }

    /** Installs a jar before this node is ready, unless it is installed already. The node has the right to change apps. */
    void installAtStart(Path jar) throws AppRejected {
        AppFile file = AppFile.read(jar);
        try {
            if (shelf.keeps(file) && !shelf.isDisabled(file.descriptor().key())) {
                return;
            }
        } catch (IOException e) {
            throw new AppRejected("the installed app can't be read: " + e.getMessage(), e);
        }
        installHere(file);
        rollout.tell(file.descriptor().key());
    }

    private synchronized AppStatus installHere(AppFile file) throws AppRejected {
        String key = file.descriptor().key();
        try {
            Path kept = shelf.keep(file);
            remove(key);
            shelf.disabled(key, false);
            load(new AppFile(kept, file.descriptor()));
        } catch (IOException e) {
            throw new AppRejected("the app can't be kept in the home folder: " + e.getMessage(), e);
        }
        return status(require(key));
    }

    /** Loads what an earlier run left in the home folder. */
    synchronized void loadKept() {
        for (Path jar : shelf.jars()) {
            try {
                AppFile file = AppFile.read(jar);
                if (!installed.containsKey(file.descriptor().key())) {
                    load(file);
                }
            } catch (AppRejected e) {
                LOG.error("{} can't be installed: {}", jar.getFileName(), e.getMessage(), e);
            }
        }
    }

    private void load(AppFile file) throws AppRejected {
        String key = file.descriptor().key();
        try (InputStream in = Files.newInputStream(file.jar())) {
            Bundle bundle = framework.install("app:" + key, in);
            installed.put(
                    key, new Installed(new BundleApp(bundle, file.descriptor()), AppShelf.fingerprint(file.jar())));
        } catch (IOException | BundleException e) {
            throw new AppRejected("the framework refuses the jar: " + e.getMessage(), e);
        }
        if (!shelf.isDisabled(key)) {
            start(require(key));
        }
    }

    private void start(Installed each) {
        RunningApp running = new RunningApp(each.app, types, contexts);
        each.running = running.start() ? running : null;
        each.problems = running.problems();
    }

    /** Does here what was done with an app on another node. */
    void follow(String key) {
        rollout.next(() -> followHere(key));
    }

    private synchronized void followHere(String key) {
        Optional<Path> jar = shelf.jar(key);
        Installed here = installed.get(key);
        try {
            if (jar.isEmpty()) {
                remove(key);
            } else if (here == null || !here.fingerprint.equals(AppShelf.fingerprint(jar.get()))) {
                remove(key);
                load(AppFile.read(jar.get()));
            } else if (shelf.isDisabled(key)) {
                stop(here);
            } else if (here.running == null) {
                start(here);
            }
        } catch (IOException | AppRejected e) {
            LOG.error("App {} can't be changed as on the other node: {}", key, e.getMessage(), e);
        }
    }

    /** Enables an installed app. */
    public AppStatus enable(String key) {
        return rollout.first(key, () -> enableHere(key));
    }

    private synchronized AppStatus enableHere(String key) {
        Installed each = require(key);
        shelf.disabled(key, false);
        if (each.running == null) {
            start(each);
        }
        return status(each);
    }

    /** Disables an installed app; its modules are gone when this returns. */
    public AppStatus disable(String key) {
        return rollout.first(key, () -> disableHere(key));
    }

    private synchronized AppStatus disableHere(String key) {
        Installed each = require(key);
        shelf.disabled(key, true);
        stop(each);
        return status(each);
    }

    /** Uninstalls an app and forgets its jar. */
    public void uninstall(String key) {
        rollout.first(key, () -> {
            uninstallHere(key);
            return key;
        });
    }

    private synchronized void uninstallHere(String key) {
        require(key);
        remove(key);
        shelf.remove(key);
        LOG.info("App {} is uninstalled", key);
    }

    private void remove(String key) {
        Installed each = installed.remove(key);
        if (each != null) {
            stop(each);
            try {
                framework.uninstall(each.app.bundle());
            } catch (BundleException e) {
                throw new IllegalStateException("app " + key + " can't be uninstalled", e);
            }
        }
    }

    private static void stop(Installed each) {
        RunningApp running = each.running;
        if (running != null) {
            running.stop();
            LOG.info("App {} is disabled", each.app.key());
        }
        each.running = null;
        each.problems = List.of();
    }

    private Installed require(String key) {
        Installed each = installed.get(key);
        if (each == null) {
            throw new IllegalArgumentException("no app with the key " + key + " is installed");
        }
        return each;
    }

    @Override
    public synchronized void close() {
        List<Installed> reversed = new ArrayList<>(installed.values());
        java.util.Collections.reverse(reversed);
        reversed.forEach(Apps::stop);
    }

    private static final class Installed {
        private final BundleApp app;
        private final String fingerprint;
        private @Nullable RunningApp running;
        private List<String> problems = List.of();

        Installed(BundleApp app, String fingerprint) {
            this.app = app;
            this.fingerprint = fingerprint;
        }
    }
}

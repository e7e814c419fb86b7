package org.incomingmail.dev.kernel;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.incomingmail.dev.kernel.ModuleType.OpenModule;
import org.osgi.framework.BundleException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One app on its way up and down: tables, Spring context, modules, life cycle; and back. */
final class RunningApp {

    private static final Logger LOG = LoggerFactory.getLogger(RunningApp.class);
    private static final Duration CONTEXT_TIME = Duration.ofSeconds(90);
    private static final Set<String> TRANSFORMED_ONLY = Set.of("component", "component-import");

    private final BundleApp app;
    private final Map<String, ModuleType> types;
    private final SpringContexts contexts;
    private final Deque<OpenModule> open = new ArrayDeque<>();
    private final List<String> problems = new ArrayList<>();

    RunningApp(BundleApp app, Map<String, ModuleType> types, SpringContexts contexts) {
        this.app = app;
        this.types = types;
        this.contexts = contexts;
    }

    /** Brings the app up as far as it goes; false if its context did not come up. */
    boolean start() {
        openModules(true);
        try {
            startContext();
        } catch (DescriptorException e) {
            LOG.error("App {} can't be enabled: {}", app.key(), e.getMessage(), e);
            problems.add(e.getMessage());
            stop();
            return false;
        }
        openModules(false);
        open.push(Lifecycles.start(app.bundle(), problems));
        LOG.info("App {} {} is enabled", app.key(), app.descriptor().version());
        return true;
    }

    private void startContext() throws DescriptorException {
        String name = app.bundle().getSymbolicName();
        boolean spring = app.hasSpringContext();
        if (spring) {
            contexts.expect(name);
        }
        try {
            app.bundle().start();
        } catch (BundleException e) {
            throw new DescriptorException("its bundle does not start: " + e.getMessage(), e);
        }
        if (spring) {
            app.context(contexts.await(name, CONTEXT_TIME));
        }
    }

    private void openModules(boolean beforeContext) {
        for (DescriptorElement element : app.descriptor().modules()) {
            ModuleType type = types.get(element.name());
            try {
                if (type == null && !beforeContext) {
                    throw new DescriptorException(unknown(element.name()));
                }
                if (type != null && type.beforeContext() == beforeContext) {
                    open.push(type.open(app, element));
                }
            } catch (DescriptorException | RuntimeException | LinkageError e) {
                String module = "<" + element.name() + " key=\"" + element.key() + "\">";
                LOG.error("App {}: module {} can't be used: {}", app.key(), module, e.getMessage(), e);
                problems.add(module + ": " + e.getMessage());
            }
        }
    }

    private static String unknown(String element) {
        return TRANSFORMED_ONLY.contains(element)
                ? "transformerless apps declare their components in META-INF/spring, not in the descriptor"
                : "this host knows no module type " + element;
    }

    List<String> problems() {
        return List.copyOf(problems);
    }

    /** Everything the app added disappears, then its context and its bundle stop. */
    void stop() {
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (RuntimeException | LinkageError e) {
                LOG.warn("App {}: a module did not close cleanly: {}", app.key(), e, e);
            }
        }
        app.context(null);
        try {
            app.bundle().stop();
        } catch (BundleException | IllegalStateException e) {
            LOG.warn("App {}: its bundle did not stop cleanly: {}", app.key(), e.toString(), e);
        }
    }
}

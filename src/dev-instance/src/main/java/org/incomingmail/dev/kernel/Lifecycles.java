package org.incomingmail.dev.kernel;

import com.atlassian.sal.api.lifecycle.LifecycleAware;
import java.util.ArrayList;
import java.util.List;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the lifecycle-aware services of an app that it starts and that it stops. */
final class Lifecycles {

    private static final Logger LOG = LoggerFactory.getLogger(Lifecycles.class);

    private Lifecycles() {}

    /** Calls onStart of the services the app has exported; closing calls onStop in reverse. */
    static ModuleType.OpenModule start(Bundle bundle, List<String> problems) {
        List<LifecycleAware> started = new ArrayList<>();
        ServiceReference<?>[] references = bundle.getRegisteredServices();
        if (references != null) {
            for (ServiceReference<?> reference : references) {
                if (bundle.getBundleContext().getService(reference) instanceof LifecycleAware service) {
                    start(bundle, service, started, problems);
                }
            }
        }
        return () -> {
            for (int i = started.size() - 1; i >= 0; i--) {
                stop(bundle, started.get(i));
            }
        };
    }

    private static void start(
            Bundle bundle, LifecycleAware service, List<LifecycleAware> started, List<String> problems) {
        try {
            service.onStart();
            started.add(service);
        } catch (RuntimeException | LinkageError e) {
            LOG.error(
                    "App {}: {}.onStart failed: {}",
                    bundle.getSymbolicName(),
                    service.getClass().getName(),
                    e,
                    e);
            problems.add(service.getClass().getName() + ".onStart failed: " + e);
        }
    }

    private static void stop(Bundle bundle, LifecycleAware service) {
        try {
            service.onStop();
        } catch (RuntimeException | LinkageError e) {
            LOG.warn(
                    "App {}: {}.onStop failed: {}",
                    bundle.getSymbolicName(),
                    service.getClass().getName(),
                    e,
                    e);
        }
    }
}

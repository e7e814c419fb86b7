package org.incomingmail.dev.scanner;

import org.eclipse.gemini.blueprint.context.event.OsgiBundleApplicationContextEvent;
import org.eclipse.gemini.blueprint.context.event.OsgiBundleApplicationContextListener;
import org.eclipse.gemini.blueprint.context.event.OsgiBundleContextFailedEvent;
import org.eclipse.gemini.blueprint.context.event.OsgiBundleContextRefreshedEvent;
import org.eclipse.gemini.blueprint.extender.event.BootstrappingDependencyEvent;
import org.incomingmail.dev.kernel.context.ContextEvents;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/** Tells the host what the extender reports; the host itself can't see the extender's types. */
public final class ScannerRuntime
        implements BundleActivator, OsgiBundleApplicationContextListener<OsgiBundleApplicationContextEvent> {

    private @org.jspecify.annotations.Nullable ContextEvents events;

    @Override
    public void start(BundleContext context) {
        ServiceReference<ContextEvents> host = context.getServiceReference(ContextEvents.class);
        if (host != null) {
            events = context.getService(host);
        }
        context.registerService(OsgiBundleApplicationContextListener.class, this, null);
    }

    @Override
    public void stop(BundleContext context) {
        events = null;
    }

    @Override
    public void onOsgiApplicationEvent(OsgiBundleApplicationContextEvent event) {
        ContextEvents to = events;
        if (to == null) {
            return;
        }
        String bundle = event.getBundle().getSymbolicName();
        if (event instanceof OsgiBundleContextRefreshedEvent) {
            to.ready(bundle, event.getApplicationContext());
        } else if (event instanceof OsgiBundleContextFailedEvent failed) {
            to.failed(bundle, failed.getFailureCause());
        } else if (event instanceof BootstrappingDependencyEvent waiting) {
            to.waiting(bundle, String.valueOf(waiting.getDependencyEvent()));
        }
    }
}

package org.incomingmail.dev.kernel;

import com.atlassian.activeobjects.external.ActiveObjects;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.incomingmail.dev.house.HostServices;
import org.incomingmail.dev.kernel.context.ContextEvents;
import org.incomingmail.dev.services.ActiveObjectsModules;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;
import org.osgi.framework.wiring.FrameworkWiring;

/** Felix, with the host's packages and services offered to apps and Gemini Blueprint to start their contexts. */
final class OsgiFramework implements AutoCloseable {

    private static final List<String> GEMINI =
            List.of("gemini-blueprint-io", "gemini-blueprint-core", "gemini-blueprint-extender");

    private final Framework felix;

    OsgiFramework(Path storage) {
        Map<String, String> settings = new HashMap<>();
        settings.put(Constants.FRAMEWORK_STORAGE, storage.toString());
        settings.put(Constants.FRAMEWORK_STORAGE_CLEAN, Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT);
        settings.put(Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, new SystemPackages().exports());
        settings.put(Constants.FRAMEWORK_BUNDLE_PARENT, Constants.FRAMEWORK_BUNDLE_PARENT_BOOT);
        settings.put(Constants.FRAMEWORK_BOOTDELEGATION, "sun.*,com.sun.*,jdk.*");
        // Tomcat sets the JVM's one handler factory too, and fails if it is taken
        settings.put("felix.service.urlhandlers", "false");
        felix = ServiceLoader.load(FrameworkFactory.class)
                .findFirst()
                .orElseThrow()
                .newFramework(settings);
    }

    void start(HostServices services, ContextEvents events) throws BundleException, IOException {
        felix.init();
        BundleContext context = felix.getBundleContext();
        context.registerService(ContextEvents.class, events, null);
        services.all().forEach(each -> publish(context, each));
        services.find(ActiveObjectsModules.class)
                .ifPresent(modules ->
                        context.registerService(ActiveObjects.class.getName(), new ActiveObjectsPerApp(modules), null));
        List<Bundle> bundles = new ArrayList<>();
        bundles.add(install("host:spring-namespaces", GeneratedBundles.springNamespaces()));
        for (String name : GEMINI) {
            InputStream jar = OsgiFramework.class.getResourceAsStream("/bundles/" + name + ".jar");
            if (jar == null) {
                throw new IllegalStateException("bundles/" + name + ".jar is missing on the class path");
            }
            bundles.add(install("host:" + name, jar));
        }
        bundles.add(install("host:scanner-runtime", GeneratedBundles.scannerRuntime()));
        felix.start();
        // the scanner listens before the extender starts to speak
        bundles.add(0, bundles.remove(bundles.size() - 1));
        for (Bundle bundle : bundles) {
            if (bundle.getHeaders().get(Constants.FRAGMENT_HOST) == null) {
                bundle.start();
            }
        }
    }

    private static void publish(BundleContext context, HostServices.Registration<?> service) {
        if (service.type().getName().startsWith("com.atlassian.")) {
            Dictionary<String, Object> properties = new Hashtable<>(service.properties());
            context.registerService(service.type().getName(), service.service(), properties);
        }
    }

    Bundle install(String location, InputStream jar) throws BundleException {
        return felix.getBundleContext().installBundle(location, jar);
    }

    /** Uninstalls and forgets the bundle's classes. */
    void uninstall(Bundle bundle) throws BundleException {
        bundle.uninstall();
        refresh(bundle);
    }

    private void refresh(Bundle bundle) {
        CountDownLatch done = new CountDownLatch(1);
        felix.adapt(FrameworkWiring.class).refreshBundles(List.of(bundle), event -> {
            if (event.getType() == FrameworkEvent.PACKAGES_REFRESHED) {
                done.countDown();
            }
        });
        try {
            if (!done.await(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the framework did not refresh " + bundle);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        try {
            felix.stop();
            felix.waitForStop(20_000);
        } catch (BundleException e) {
            throw new IllegalStateException("the framework did not stop", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

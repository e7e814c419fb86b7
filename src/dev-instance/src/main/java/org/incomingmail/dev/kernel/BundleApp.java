package org.incomingmail.dev.kernel;

import java.net.URL;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;
import org.springframework.beans.BeansException;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.context.ApplicationContext;

/** An app that is a bundle in the framework. */
final class BundleApp implements App {

    static final String PLUGIN_KEY = "Atlassian-Plugin-Key";

    private final Bundle bundle;
    private final Descriptor descriptor;
    private volatile @Nullable ApplicationContext context;

    BundleApp(Bundle bundle, Descriptor descriptor) {
        this.bundle = bundle;
        this.descriptor = descriptor;
    }

    Bundle bundle() {
        return bundle;
    }

    /** Whether the extender will make a context of it. */
    boolean hasSpringContext() {
        return bundle.getHeaders().get("Spring-Context") != null
                || bundle.findEntries("META-INF/spring", "*.xml", false) != null;
    }

    void context(@Nullable ApplicationContext started) {
        context = started;
    }

    @Override
    public Descriptor descriptor() {
        return descriptor;
    }

    @Override
    public Optional<URL> resource(String path) {
        // the class path of the bundle, with embedded jars; while it is resolved that is its loader
        URL entry = bundle.getEntry(path);
        return Optional.ofNullable(entry != null ? entry : bundle.getResource(path));
    }

    @Override
    public ClassLoader classLoader() {
        // asking for a resource resolves the bundle (OSGi Core, Bundle.getResource)
        bundle.getResource("META-INF/MANIFEST.MF");
        BundleWiring wiring = bundle.adapt(BundleWiring.class);
        if (wiring == null) {
            throw new IllegalStateException("its bundle does not resolve: an imported package is missing");
        }
        return wiring.getClassLoader();
    }

    /** Classes at the root of the jar: embedded libraries are not the app's own. */
    @Override
    public List<String> classNames(String packageName) {
        String folder = "/" + packageName.replace('.', '/');
        Enumeration<URL> files = bundle.findEntries(folder, "*.class", true);
        return files == null
                ? List.of()
                : Collections.list(files).stream()
                        .map(URL::getPath)
                        .filter(file -> !file.endsWith("-info.class"))
                        .map(file -> file.substring(1, file.length() - ".class".length())
                                .replace('/', '.'))
                        .sorted()
                        .toList();
    }

    @Override
    public <T> T create(String className, Class<T> type) throws DescriptorException {
        Class<?> found;
        try {
            found = bundle.loadClass(className);
        } catch (ClassNotFoundException | LinkageError e) {
            throw new DescriptorException("there is no class " + className + " in the app (" + e + ")", e);
        }
        if (!type.isAssignableFrom(found)) {
            throw new DescriptorException("class " + className + " is not a " + type.getName());
        }
        try {
            return type.cast(make(found));
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            throw new DescriptorException("class " + className + " can't be made: " + e.getMessage(), e);
        }
    }

    private Object make(Class<?> found) throws ReflectiveOperationException {
        ApplicationContext spring = context;
        if (spring == null) {
            return found.getDeclaredConstructor().newInstance();
        }
        Collection<?> beans = spring.getBeansOfType(found, true, false).values();
        return beans.size() == 1
                ? beans.iterator().next()
                : spring.getAutowireCapableBeanFactory()
                        .autowire(found, AutowireCapableBeanFactory.AUTOWIRE_CONSTRUCTOR, false);
    }

    @Override
    public <T> T bean(String name, Class<T> type) throws DescriptorException {
        ApplicationContext spring = context;
        if (spring == null) {
            throw new DescriptorException("the app has no Spring context with a bean " + name);
        }
        try {
            return spring.getBean(name, type);
        } catch (BeansException e) {
            throw new DescriptorException("its Spring context has no bean " + name + ": " + e.getMessage(), e);
        }
    }
}

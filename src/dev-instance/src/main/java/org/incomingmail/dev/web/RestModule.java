package org.incomingmail.dev.web;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import javax.servlet.ServletContext;
import javax.servlet.ServletException;
import javax.ws.rs.Path;
import javax.ws.rs.ext.Provider;
import org.glassfish.jersey.servlet.ServletContainer;
import org.incomingmail.dev.kernel.App;
import org.incomingmail.dev.kernel.DescriptorElement;
import org.incomingmail.dev.kernel.DescriptorException;
import org.incomingmail.dev.kernel.ModuleType;

/** {@code <rest>}: the app's JAX-RS resources, at /rest/path/version and /rest/path/latest. */
record RestModule(RestEndpoints endpoints, Supplier<ServletContext> container) implements ModuleType {

    @Override
    public String element() {
        return "rest";
    }

    @Override
    public OpenModule open(App app, DescriptorElement element) throws DescriptorException {
        String path = "/" + element.required("path").replaceAll("^/+|/+$", "");
        String version = element.attribute("version").orElse("1.0");
        Set<Object> resources = resources(app, element);
        if (resources.isEmpty()) {
            throw new DescriptorException("the app has no class with @Path for it");
        }
        ServletContainer application;
        try {
            application = RestApplications.start(app.key() + path, resources, container.get());
        } catch (ServletException | RuntimeException e) {
            throw new DescriptorException("its resources can't be used: " + e.getMessage(), e);
        }
        OpenModule numbered = endpoints.add(path + "/" + version, application);
        OpenModule latest = endpoints.add(path + "/latest", application);
        return () -> {
            numbered.close();
            latest.close();
            application.destroy();
        };
    }

    private static Set<Object> resources(App app, DescriptorElement element) throws DescriptorException {
        List<String> packages = new ArrayList<>();
        element.children("package").forEach(each -> packages.add(each.text()));
        if (packages.isEmpty()) {
            packages.add("");
        }
        Set<Object> resources = new LinkedHashSet<>();
        Set<String> seen = new LinkedHashSet<>();
        for (String name : packages) {
            for (String className : app.classNames(name)) {
                if (seen.add(className) && isResource(app, className)) {
                    resources.add(app.create(className, Object.class));
                }
            }
        }
        return resources;
    }

    // classes of optional libraries that are not there simply don't count
    private static boolean isResource(App app, String className) {
        try {
            Class<?> type = Class.forName(className, false, app.classLoader());
            boolean concrete = !type.isInterface() && !java.lang.reflect.Modifier.isAbstract(type.getModifiers());
            return concrete && (type.isAnnotationPresent(Path.class) || type.isAnnotationPresent(Provider.class));
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }
}

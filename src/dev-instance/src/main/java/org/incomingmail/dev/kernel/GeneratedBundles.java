package org.incomingmail.dev.kernel;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.osgi.framework.Constants;

/** Two bundles that the framework needs and that are made of what is on the class path, at start. */
final class GeneratedBundles {

    private static final String SCANNER = "org/incomingmail/dev/scanner/";

    private GeneratedBundles() {}

    /**
     * Spring's XML namespaces. Gemini Blueprint looks for handlers and schemas in bundles only, and Spring itself is
     * on the class path of the host.
     */
    static InputStream springNamespaces() throws IOException {
        Manifest manifest = manifest("org.incomingmail.dev.spring-namespaces");
        manifest.getMainAttributes()
                .putValue(
                        Constants.IMPORT_PACKAGE,
                        "org.springframework.beans.factory.xml,org.springframework.context.config,"
                                + "org.springframework.aop.config,org.springframework.scheduling.config,"
                                + "org.springframework.scripting.config,org.springframework.ejb.config,"
                                + "org.springframework.cache.config,org.springframework.context.annotation");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes, manifest)) {
            for (String name : List.of("META-INF/spring.handlers", "META-INF/spring.schemas")) {
                jar.putNextEntry(new JarEntry(name));
                for (URL url : Collections.list(loader().getResources(name))) {
                    copy(url, jar);
                    jar.write('\n');
                }
                jar.closeEntry();
            }
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }

    /** The reader of META-INF/plugin-components. */
    static InputStream scannerRuntime() throws IOException {
        Manifest manifest = manifest("org.incomingmail.dev.scanner-runtime");
        Attributes attributes = manifest.getMainAttributes();
        attributes.putValue(Constants.BUNDLE_ACTIVATOR, "org.incomingmail.dev.scanner.ScannerRuntime");
        attributes.putValue(
                Constants.IMPORT_PACKAGE,
                "org.incomingmail.dev.kernel.context,org.osgi.framework,org.w3c.dom,"
                        + "org.springframework.beans,org.springframework.beans.factory,"
                        + "org.springframework.beans.factory.config,org.springframework.beans.factory.support,"
                        + "org.springframework.beans.factory.xml,org.springframework.context,"
                        + "org.springframework.context.annotation,org.springframework.core,"
                        + "org.springframework.core.io,org.springframework.util,"
                        + "org.eclipse.gemini.blueprint.context.event,"
                        + "org.eclipse.gemini.blueprint.extender.event,"
                        + "org.eclipse.gemini.blueprint.service.exporter.support,"
                        + "org.eclipse.gemini.blueprint.service.importer.support,"
                        + "org.eclipse.gemini.blueprint.service.importer,"
                        + "org.eclipse.gemini.blueprint.context");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes, manifest)) {
            for (String name : List.of("ScannerRuntime", "ScannerNamespace", "ScanIndexes", "Index")) {
                add(jar, SCANNER + name + ".class", SCANNER + name + ".class");
            }
            for (String name : List.of("spring.handlers", "spring.schemas", "scanner.xsd", "scanner-2.xsd")) {
                String target = name.endsWith(".xsd") ? SCANNER + name : "META-INF/" + name;
                add(jar, "scanner-runtime/" + name, target);
            }
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }

    private static void add(JarOutputStream jar, String resource, String target) throws IOException {
        URL url = loader().getResource(resource);
        if (url == null) {
            throw new IllegalStateException(resource + " is missing on the class path");
        }
        jar.putNextEntry(new JarEntry(target));
        copy(url, jar);
        jar.closeEntry();
    }

    private static void copy(URL url, JarOutputStream jar) throws IOException {
        try (InputStream in = url.openStream()) {
            in.transferTo(jar);
        }
    }

    private static Manifest manifest(String symbolicName) {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.putValue(Constants.BUNDLE_MANIFESTVERSION, "2");
        attributes.putValue(Constants.BUNDLE_SYMBOLICNAME, symbolicName);
        attributes.putValue(Constants.BUNDLE_VERSION, "1.0.0");
        return manifest;
    }

    private static ClassLoader loader() {
        return GeneratedBundles.class.getClassLoader();
    }
}

package org.incomingmail.dev.kernel;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Builds the jar of a small app: sources are compiled on the spot, so that two versions can differ. */
final class TestApp {

    static final String CONTEXT =
            """
            <beans xmlns="http://www.springframework.org/schema/beans"
                   xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                   xmlns:atlassian-scanner="http://www.atlassian.com/schema/atlassian-scanner/2"
                   xsi:schemaLocation="http://www.springframework.org/schema/beans
                       http://www.springframework.org/schema/beans/spring-beans.xsd
                       http://www.atlassian.com/schema/atlassian-scanner/2
                       http://www.atlassian.com/schema/atlassian-scanner/2/atlassian-scanner.xsd">
              <atlassian-scanner:scan-indexes/>
            </beans>
            """;

    private final Map<String, String> files = new LinkedHashMap<>();
    private final Map<String, String> sources = new LinkedHashMap<>();

    TestApp file(String path, String content) {
        files.put(path, content);
        return this;
    }

    TestApp source(String className, String content) {
        sources.put(className, content);
        return this;
    }

    Path jar(Path folder, String key) throws IOException {
        Path classes = Files.createTempDirectory(folder, "classes");
        compile(folder, classes);
        Path jar = Files.createTempFile(folder, "app", ".jar");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream zip = new JarOutputStream(out, manifest(key))) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new JarEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
            try (Stream<Path> all = Files.walk(classes)) {
                for (Path each : all.filter(Files::isRegularFile).toList()) {
                    zip.putNextEntry(new JarEntry(classes.relativize(each).toString()));
                    Files.copy(each, zip);
                }
            }
        }
        return jar;
    }

    private void compile(Path folder, Path classes) throws IOException {
        if (sources.isEmpty()) {
            return;
        }
        Path written = Files.createTempDirectory(folder, "sources");
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Path file = written.resolve(source.getKey().replace('.', '/') + ".java");
            Files.createDirectories(file.getParent());
            Files.writeString(file, source.getValue());
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null);
                Stream<Path> all = Files.walk(written)) {
            List<Path> java = all.filter(Files::isRegularFile).toList();
            List<String> options =
                    List.of("-proc:none", "-d", classes.toString(), "-cp", System.getProperty("java.class.path"));
            boolean compiled = compiler.getTask(
                            null, manager, null, options, null, manager.getJavaFileObjectsFromPaths(java))
                    .call();
            if (!compiled) {
                throw new IllegalArgumentException("the test's app does not compile");
            }
        }
    }

    private static Manifest manifest(String key) {
        Manifest manifest = new Manifest();
        var attributes = manifest.getMainAttributes();
        attributes.putValue("Manifest-Version", "1.0");
        attributes.putValue("Bundle-ManifestVersion", "2");
        attributes.putValue("Bundle-SymbolicName", key);
        attributes.putValue("Bundle-Version", "1.0.0");
        attributes.putValue("Atlassian-Plugin-Key", key);
        attributes.putValue("Spring-Context", "*;timeout:=20");
        attributes.putValue(
                "Import-Package",
                "com.atlassian.sal.api.message,com.atlassian.sal.api.lifecycle,com.atlassian.soy.renderer,"
                        + "com.atlassian.plugin.web,com.atlassian.scheduler,com.atlassian.activeobjects.external,"
                        + "net.java.ao,javax.servlet,javax.servlet.http,javax.ws.rs,javax.ws.rs.core,javax.inject");
        return manifest;
    }
}

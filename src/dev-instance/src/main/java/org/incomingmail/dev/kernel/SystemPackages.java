package org.incomingmail.dev.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The packages of the host's class path that apps may import. Each library is found by one of its classes, because
 * the class path itself may be a manifest, a folder of jars or a build's output folders.
 */
final class SystemPackages {

    private final Map<Class<?>, String> anchors = new LinkedHashMap<>();

    SystemPackages() {
        anchors.put(com.atlassian.sal.api.message.I18nResolver.class, "9.5.0");
        anchors.put(org.springframework.core.io.Resource.class, "5.3.39");
        anchors.put(org.springframework.beans.factory.BeanFactory.class, "5.3.39");
        anchors.put(org.springframework.aop.TargetSource.class, "5.3.39");
        anchors.put(org.springframework.context.ApplicationContext.class, "5.3.39");
        anchors.put(org.springframework.expression.Expression.class, "5.3.39");
        anchors.put(org.springframework.transaction.TransactionDefinition.class, "5.3.39");
        anchors.put(org.springframework.jdbc.core.JdbcOperations.class, "5.3.39");
        // Gemini wants commons-logging in [1.0,2.0); spring-jcl has it
        anchors.put(org.apache.commons.logging.Log.class, "1.2.0");
        anchors.put(javax.servlet.Servlet.class, "4.0.1");
        anchors.put(javax.ws.rs.Path.class, "2.1.6");
        anchors.put(javax.inject.Inject.class, "1.0.0");
        anchors.put(javax.annotation.PostConstruct.class, "1.3.5");
        anchors.put(javax.mail.Session.class, "1.6.7");
        anchors.put(javax.activation.DataHandler.class, "1.2.2");
        anchors.put(org.slf4j.Logger.class, "1.7.36");
        anchors.put(net.java.ao.RawEntity.class, "3.2.11");
        anchors.put(com.fasterxml.jackson.annotation.JsonProperty.class, "2.19.2");
        anchors.put(com.fasterxml.jackson.core.JsonParser.class, "2.19.2");
        anchors.put(com.fasterxml.jackson.databind.ObjectMapper.class, "2.19.2");
    }

    /** As the framework's property wants them. */
    String exports() {
        Map<String, String> versions = new LinkedHashMap<>();
        anchors.forEach((anchor, version) -> packages(anchor).forEach(name -> versions.putIfAbsent(name, version)));
        versions.put("org.incomingmail.dev.kernel.context", "1.0.0");
        return versions.entrySet().stream()
                .map(each -> each.getKey() + ";version=\"" + each.getValue() + "\"")
                .collect(Collectors.joining(","));
    }

    private static Set<String> packages(Class<?> anchor) {
        try {
            Path place = Path.of(
                    anchor.getProtectionDomain().getCodeSource().getLocation().toURI());
            return Files.isDirectory(place) ? ofFolder(place) : ofJar(place);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(anchor + " is nowhere on the disk", e);
        }
    }

    private static Set<String> ofFolder(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            return classes(files.map(file -> folder.relativize(file).toString().replace('\\', '/')));
        }
    }

    private static Set<String> ofJar(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return classes(file.stream().map(entry -> entry.getName()));
        }
    }

    private static Set<String> classes(Stream<String> names) {
        return names.filter(name -> name.endsWith(".class") && name.contains("/") && !name.startsWith("META-INF/"))
                .map(name -> name.substring(0, name.lastIndexOf('/')).replace('/', '.'))
                .filter(name -> !name.startsWith("com.sun."))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}

package org.incomingmail.acceptance.kill;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;

/** What starts a node: our own class path, of jars only, so that nodes can share an archive of loaded classes and start twice as fast. */
final class NodeClassPath {
    private final String classPath;
    private final Path archive;

    /** @param folder for what is made of it */
    NodeClassPath(Path folder) {
        ToolProvider jar = ToolProvider.findFirst("jar").orElseThrow();
        List<String> entries = new ArrayList<>();
        String given = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        for (String entry : given.split(File.pathSeparator)) {
            String packed = entry;
            if (Files.isDirectory(Path.of(entry))) {
                packed = folder.resolve("classes-" + entries.size() + ".jar").toString();
                jar.run(System.out, System.err, "cf", packed, "-C", entry, ".");
            }
            entries.add(packed);
        }
        classPath = String.join(File.pathSeparator, entries);
        archive = folder.resolve("node-classes.jsa");
    }

    /** Options of the JVM. The first node that ends by itself leaves the archive behind. */
    List<String> options() {
        String share = Files.exists(archive) ? "-XX:SharedArchiveFile=" : "-XX:ArchiveClassesAtExit=";
        return List.of("-Xlog:disable", share + archive, "-cp", classPath);
    }
}

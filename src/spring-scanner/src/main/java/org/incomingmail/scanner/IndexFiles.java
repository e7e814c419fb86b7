package org.incomingmail.scanner;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import javax.annotation.processing.Filer;
import javax.tools.StandardLocation;

/** The three index files, one entry a line: {@code class[#beanName]}, and {@code class#interface,interface} for exports. */
final class IndexFiles {
    private static final String FOLDER = "META-INF/plugin-components/";
    private final Set<String> components = new TreeSet<>();
    private final Set<String> imports = new TreeSet<>();
    private final Set<String> exports = new TreeSet<>();

    void component(String type, String beanName) {
        components.add(type + suffix(beanName));
    }

    void hostService(String type, String beanName) {
        imports.add(type + suffix(beanName));
    }

    /** An exported class is a component as well. */
    void export(String type, List<String> interfaces) {
        exports.add(type + "#" + String.join(",", interfaces));
    }

    void write(Filer filer, Consumer<String> problems) {
        write(filer, "component", components, problems);
        write(filer, "imports", imports, problems);
        write(filer, "exports", exports, problems);
    }

    private static void write(Filer filer, String file, Set<String> lines, Consumer<String> problems) {
        if (lines.isEmpty()) {
            return;
        }
        try (Writer out = filer.createResource(StandardLocation.CLASS_OUTPUT, "", FOLDER + file)
                .openWriter()) {
            for (String line : lines) {
                out.write(line + "\n");
            }
        } catch (IOException e) {
            problems.accept(e.getMessage());
        }
    }

    private static String suffix(String beanName) {
        return beanName.isEmpty() ? "" : "#" + beanName;
    }
}

package org.incomingmail.dev.scanner;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The files below META-INF/plugin-components of one app, with the variants for this product and the profiles. */
final class Index {

    private static final String FOLDER = "META-INF/plugin-components/";

    private final ClassLoader app;
    private final List<String> folders = new ArrayList<>();

    Index(ClassLoader app, String profiles) {
        this.app = app;
        folders.add(FOLDER);
        for (String profile : profiles.split(",")) {
            if (!profile.isBlank()) {
                folders.add(FOLDER + "profile-" + profile.strip() + "/");
            }
        }
    }

    /** Lines of "component", "imports" or "exports", without comments and repetitions. */
    Set<String> lines(String file) {
        Set<String> lines = new LinkedHashSet<>();
        for (String folder : folders) {
            read(folder + file, lines);
            read(folder + file + "-confluence", lines);
        }
        return lines;
    }

    private void read(String path, Set<String> lines) {
        try (InputStream in = app.getResourceAsStream(path)) {
            if (in == null) {
                return;
            }
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\\R")) {
                if (!line.isBlank()) {
                    lines.add(line.strip());
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(path + " can't be read", e);
        }
    }
}

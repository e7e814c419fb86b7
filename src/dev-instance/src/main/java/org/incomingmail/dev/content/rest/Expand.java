package org.incomingmail.dev.content.rest;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which parts of an answer were asked for: names with dots for parts of parts. */
record Expand(Set<String> paths) {

    static Expand of(@Nullable String parameter) {
        String list = parameter == null ? "" : parameter;
        return new Expand(Arrays.stream(list.split(","))
                .map(String::strip)
                .filter(path -> !path.isEmpty())
                .collect(Collectors.toSet()));
    }

    /** Whether the part itself or anything in it was asked for. */
    boolean has(String name) {
        return paths.stream().anyMatch(path -> path.equals(name) || path.startsWith(name + "."));
    }

    /** What was asked for inside a part. */
    Expand below(String name) {
        return new Expand(paths.stream()
                .filter(path -> path.startsWith(name + "."))
                .map(path -> path.substring(name.length() + 1))
                .collect(Collectors.toSet()));
    }
}

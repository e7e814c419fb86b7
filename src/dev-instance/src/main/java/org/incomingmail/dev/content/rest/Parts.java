package org.incomingmail.dev.content.rest;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Builds one JSON object with its expandable parts. */
final class Parts {

    private final Expand expand;
    private final Map<String, Object> json = new LinkedHashMap<>();
    private final Map<String, Object> links = new LinkedHashMap<>();
    private final Map<String, Object> expandable = new LinkedHashMap<>();

    Parts(Expand expand) {
        this.expand = expand;
    }

    void put(String name, Object value) {
        json.put(name, value);
    }

    /** A part that is there when asked for; otherwise the path that would answer it is. */
    void part(String name, String path, Function<Expand, Object> value) {
        if (expand.has(name)) {
            json.put(name, value.apply(expand.below(name)));
        } else {
            expandable.put(name, path);
        }
    }

    void links(Map<String, Object> all) {
        links.putAll(all);
    }

    void link(String name, String path) {
        links.put(name, path);
    }

    Map<String, Object> build() {
        if (!links.isEmpty()) {
            json.put("_links", links);
        }
        json.put("_expandable", expandable);
        return json;
    }
}

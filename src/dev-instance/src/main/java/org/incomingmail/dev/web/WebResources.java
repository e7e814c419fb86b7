package org.incomingmail.dev.web;

import java.net.URL;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.incomingmail.dev.kernel.App;
import org.incomingmail.dev.kernel.ModuleType.OpenModule;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The web-resource modules of enabled apps, by complete key "app.key:module-key". */
final class WebResources {

    private static final Logger LOG = LoggerFactory.getLogger(WebResources.class);

    private final ConcurrentMap<String, WebResource> byKey = new ConcurrentHashMap<>();

    OpenModule add(WebResource resource) {
        byKey.put(resource.completeKey(), resource);
        return () -> byKey.remove(resource.completeKey(), resource);
    }

    Optional<WebResource> find(String completeKey) {
        return Optional.ofNullable(byKey.get(completeKey));
    }

    /** The resource and what it depends on, dependencies first. */
    List<WebResource> withDependencies(String completeKey) {
        Map<String, WebResource> ordered = new LinkedHashMap<>();
        collect(completeKey, ordered, new LinkedHashSet<>());
        return List.copyOf(ordered.values());
    }

    private void collect(String key, Map<String, WebResource> ordered, Set<String> visiting) {
        if (ordered.containsKey(key) || !visiting.add(key)) {
            return;
        }
        WebResource resource = byKey.get(key);
        if (resource == null) {
            // AUI, jQuery and the host's own scripts are on every page already
            if (!key.startsWith("com.atlassian.") && !key.startsWith("confluence.")) {
                LOG.warn("The web-resource {} is required but no enabled app has it", key);
            }
            return;
        }
        resource.dependencies().forEach(dependency -> collect(dependency, ordered, visiting));
        ordered.put(key, resource);
    }

    Map<String, List<String>> urls(String contextPath, Set<String> required, Set<String> contexts) {
        Map<String, WebResource> ordered = new LinkedHashMap<>();
        byKey.values().stream()
                .filter(resource -> resource.contexts().stream().anyMatch(contexts::contains))
                .sorted((a, b) -> a.completeKey().compareTo(b.completeKey()))
                .forEach(resource -> collect(resource.completeKey(), ordered, new LinkedHashSet<>()));
        required.forEach(key -> collect(key, ordered, new LinkedHashSet<>()));
        List<String> css = new ArrayList<>();
        List<String> js = new ArrayList<>();
        for (WebResource resource : ordered.values()) {
            for (String file : resource.files().keySet()) {
                String url = contextPath + "/s/" + resource.version() + "/_/download/resources/"
                        + resource.completeKey() + "/" + file;
                if (file.endsWith(".css")) {
                    css.add(url);
                } else if (file.endsWith(".js")) {
                    js.add(url);
                }
            }
        }
        return Map.of("css", css, "js", js);
    }

    /**
     * One web-resource.
     *
     * @param files download resources: name to path in the app, in their order
     * @param templates the paths of its server-side Soy files
     * @param version changes when the app changes, for the browser's cache
     */
    record WebResource(
            App app,
            String completeKey,
            Map<String, String> files,
            List<String> templates,
            List<String> dependencies,
            Set<String> contexts,
            Set<String> translated,
            String version) {

        /** One of its downloads, by its own name or in a folder it offers. */
        Optional<URL> file(String name) {
            String path = files.get(name);
            if (path != null) {
                return url(path);
            }
            return files.entrySet().stream()
                    .filter(each -> each.getKey().endsWith("/") && name.startsWith(each.getKey()))
                    .findFirst()
                    .flatMap(each ->
                            url(each.getValue() + name.substring(each.getKey().length())));
        }

        Optional<URL> url(String path) {
            return app.resource(path);
        }
    }
}

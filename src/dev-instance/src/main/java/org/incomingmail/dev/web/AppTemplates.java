package org.incomingmail.dev.web;

import com.atlassian.soy.renderer.SoyException;
import com.atlassian.soy.renderer.SoyTemplateRenderer;
import com.google.template.soy.tofu.SoyTofu;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;

/** Renders the server-side templates of apps' web-resources; compiled once for every revision of the app. */
final class AppTemplates implements SoyTemplateRenderer {

    private final SoyEngine soy;
    private final WebResources resources;
    private final ConcurrentMap<String, Compiled> compiled = new ConcurrentHashMap<>();

    AppTemplates(SoyEngine soy, WebResources resources) {
        this.soy = soy;
        this.resources = resources;
    }

    @Override
    public void render(Appendable appendable, String completeModuleKey, String templateName, Map<String, Object> data) {
        if (resources.find(completeModuleKey).isEmpty()) {
            throw new SoyException("no enabled app has the web-resource " + completeModuleKey);
        }
        List<WebResources.WebResource> parts = resources.withDependencies(completeModuleKey);
        String revision = parts.stream()
                .map(part -> part.completeKey() + "@" + part.version())
                .collect(Collectors.joining(","));
        Compiled templates = compiled.compute(
                completeModuleKey,
                (key, before) -> before != null && before.revision().equals(revision)
                        ? before
                        : new Compiled(revision, soy.compile(files(parts))));
        try {
            appendable.append(soy.render(templates.templates(), templateName, data));
        } catch (IOException e) {
            throw new SoyException("Soy template " + templateName + " can't be written: " + e.getMessage(), e);
        }
    }

    private static Map<String, String> files(List<WebResources.WebResource> parts) {
        Map<String, String> files = new LinkedHashMap<>();
        for (WebResources.WebResource part : parts) {
            for (String path : part.templates()) {
                URL url = part.url(path).orElseThrow(() -> new SoyException("there is no file " + path));
                try (InputStream in = url.openStream()) {
                    files.put(path, new String(in.readAllBytes(), StandardCharsets.UTF_8));
                } catch (IOException e) {
                    throw new SoyException(path + " can't be read: " + e.getMessage(), e);
                }
            }
        }
        return files;
    }

    private record Compiled(String revision, SoyTofu templates) {}
}

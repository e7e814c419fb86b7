package org.incomingmail.dev.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.incomingmail.dev.kernel.App;
import org.incomingmail.dev.kernel.DescriptorElement;
import org.incomingmail.dev.kernel.DescriptorException;
import org.incomingmail.dev.kernel.ModuleType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code <web-resource>}: scripts, style sheets, pictures and server-side templates of an app. */
record WebResourceModule(WebResources resources, AtomicLong revision) implements ModuleType {

    private static final Logger LOG = LoggerFactory.getLogger(WebResourceModule.class);

    @Override
    public String element() {
        return "web-resource";
    }

    @Override
    public OpenModule open(App app, DescriptorElement element) throws DescriptorException {
        Map<String, String> files = new LinkedHashMap<>();
        List<String> templates = new ArrayList<>();
        for (DescriptorElement each : element.children("resource")) {
            String path = each.required("location").replaceAll("^/+", "");
            if (!path.endsWith("/") && app.resource(path).isEmpty()) {
                throw new DescriptorException("there is no file " + path + " in the app");
            }
            String type = each.required("type");
            switch (type) {
                case "download" -> files.put(each.required("name"), path);
                case "soy" -> templates.add(path);
                default -> throw new DescriptorException("<resource type=\"" + type + "\"> is not known here");
            }
        }
        return resources.add(new WebResources.WebResource(
                app,
                app.key() + ":" + element.required("key"),
                files,
                templates,
                element.children("dependency").stream()
                        .map(DescriptorElement::text)
                        .toList(),
                new LinkedHashSet<>(element.children("context").stream()
                        .map(DescriptorElement::text)
                        .toList()),
                translated(app, element),
                app.descriptor().version() + "-" + revision.incrementAndGet()));
    }

    /** Extensions whose files have AJS.I18n.getText replaced by the viewer's language. */
    private static Set<String> translated(App app, DescriptorElement element) throws DescriptorException {
        Set<String> extensions = new LinkedHashSet<>();
        for (DescriptorElement transformation : element.children("transformation")) {
            for (DescriptorElement transformer : transformation.children("transformer")) {
                if (transformer.key().equals("jsI18n")) {
                    extensions.add(transformation.required("extension"));
                } else {
                    LOG.warn(
                            "App {}: web-resource {} asks for the transformer {}, which this host does not have",
                            app.key(),
                            element.key(),
                            transformer.key());
                }
            }
        }
        return extensions;
    }
}

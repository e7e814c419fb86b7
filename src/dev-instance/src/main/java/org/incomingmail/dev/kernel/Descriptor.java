package org.incomingmail.dev.kernel;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What atlassian-plugin.xml says about an app as a whole, and its module elements in their order. */
public record Descriptor(
        String key,
        String name,
        String version,
        String vendor,
        String vendorUrl,
        String description,
        Map<String, String> params,
        List<DescriptorElement> modules) {

    private static final Set<String> NOT_MODULES = Set.of("plugin-info", "description");

    /** Makes sense of a root element. */
    static Descriptor of(DescriptorElement root) throws DescriptorException {
        if (!root.name().equals("atlassian-plugin")) {
            throw new DescriptorException("the root element must be <atlassian-plugin>, not <" + root.name() + ">");
        }
        String key = root.required("key");
        Optional<DescriptorElement> info = root.child("plugin-info");
        Optional<DescriptorElement> vendor = info.flatMap(each -> each.child("vendor"));
        return new Descriptor(
                key,
                root.attribute("name").orElse(key),
                info.flatMap(each -> each.child("version"))
                        .map(DescriptorElement::text)
                        .orElse("unknown"),
                vendor.flatMap(each -> each.attribute("name")).orElse(""),
                vendor.flatMap(each -> each.attribute("url")).orElse(""),
                info.flatMap(each -> each.child("description"))
                        .map(DescriptorElement::text)
                        .orElse(""),
                info.map(DescriptorElement::params).orElse(Map.of()),
                root.children().stream()
                        .filter(element -> !NOT_MODULES.contains(element.name()))
                        .toList());
    }

    /** Where the app's own settings are, below the context path. */
    public Optional<String> configureUrl() {
        return Optional.ofNullable(params.get("configure.url")).filter(url -> url.startsWith("/"));
    }
}

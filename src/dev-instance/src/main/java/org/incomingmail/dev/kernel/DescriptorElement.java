package org.incomingmail.dev.kernel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One element of atlassian-plugin.xml, read once and immutable. */
public record DescriptorElement(
        String name, Map<String, String> attributes, String text, List<DescriptorElement> children) {

    /** The attribute's value, without surrounding space. */
    public Optional<String> attribute(String attribute) {
        return Optional.ofNullable(attributes.get(attribute)).map(String::strip);
    }

    /** The attribute's value, which must be there. */
    public String required(String attribute) throws DescriptorException {
        return attribute(attribute)
                .filter(value -> !value.isEmpty())
                .orElseThrow(() -> new DescriptorException("<" + name + "> needs the attribute \"" + attribute + "\""));
    }

    /** The module key; empty for elements that have none, such as resource. */
    public String key() {
        return attribute("key").orElse("");
    }

    /** A whole number, or the default where the attribute is missing. */
    public int number(String attribute, int otherwise) throws DescriptorException {
        Optional<String> value = attribute(attribute);
        try {
            return value.map(Integer::parseInt).orElse(otherwise);
        } catch (NumberFormatException e) {
            throw new DescriptorException(
                    "<" + name + " " + attribute + "=\"" + value.orElse("") + "\"> is not a whole number", e);
        }
    }

    /** First child of that name. */
    public Optional<DescriptorElement> child(String child) {
        return children.stream().filter(each -> each.name().equals(child)).findFirst();
    }

    /** Children of that name, in their order. */
    public List<DescriptorElement> children(String child) {
        return children.stream().filter(each -> each.name().equals(child)).toList();
    }

    /** The {@code <param name="...">} children; the value is the attribute or the text. */
    public Map<String, String> params() {
        Map<String, String> params = new LinkedHashMap<>();
        for (DescriptorElement param : children("param")) {
            param.attribute("name")
                    .ifPresent(key -> params.put(key, param.attribute("value").orElse(param.text())));
        }
        return params;
    }
}

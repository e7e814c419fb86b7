package org.incomingmail.dev.web;

import com.atlassian.plugin.web.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.incomingmail.dev.kernel.App;
import org.incomingmail.dev.kernel.DescriptorElement;
import org.incomingmail.dev.kernel.DescriptorException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads what web-section and web-item have in common. */
final class MenuEntries {

    private static final Logger LOG = LoggerFactory.getLogger(MenuEntries.class);

    private MenuEntries() {}

    static Menu.Entry read(App app, DescriptorElement element, String location) throws DescriptorException {
        Optional<DescriptorElement> label = element.child("label");
        Optional<DescriptorElement> link = element.child("link");
        return new Menu.Entry(
                element.required("key"),
                app.key(),
                location,
                element.number("weight", 1000),
                label.flatMap(each -> each.attribute("key"))
                        .or(() -> label.map(DescriptorElement::text).filter(text -> !text.isEmpty()))
                        .or(() -> element.attribute("name"))
                        .orElse(element.key()),
                link.map(DescriptorElement::text).orElse(""),
                link.flatMap(each -> each.attribute("linkId")).orElse(""),
                element.child("styleClass").map(DescriptorElement::text).orElse(""),
                all(app, element));
    }

    /** Conditions directly in the element must all hold. */
    private static Predicate<Map<String, Object>> all(App app, DescriptorElement element) throws DescriptorException {
        return combined(app, element, false);
    }

    private static Predicate<Map<String, Object>> combined(App app, DescriptorElement parent, boolean or)
            throws DescriptorException {
        List<Predicate<Map<String, Object>>> parts = new ArrayList<>();
        for (DescriptorElement child : parent.children()) {
            if (child.name().equals("condition")) {
                parts.add(condition(app, child));
            } else if (child.name().equals("conditions")) {
                parts.add(combined(app, child, isOr(child)));
            }
        }
        return or && !parts.isEmpty()
                ? context -> parts.stream().anyMatch(part -> part.test(context))
                : context -> parts.stream().allMatch(part -> part.test(context));
    }

    private static boolean isOr(DescriptorElement conditions) throws DescriptorException {
        String type = conditions.attribute("type").orElse("AND");
        if (!type.equalsIgnoreCase("AND") && !type.equalsIgnoreCase("OR")) {
            throw new DescriptorException("<conditions type=\"" + type + "\"> must be AND or OR");
        }
        return type.equalsIgnoreCase("OR");
    }

    private static Predicate<Map<String, Object>> condition(App app, DescriptorElement element)
            throws DescriptorException {
        String className = element.required("class");
        Condition condition = app.create(className, Condition.class);
        try {
            condition.init(element.params());
        } catch (RuntimeException e) {
            throw new DescriptorException("condition " + className + " refuses its parameters: " + e.getMessage(), e);
        }
        boolean inverted =
                element.attribute("invert").map(Boolean::parseBoolean).orElse(false);
        return context -> {
            try {
                return condition.shouldDisplay(context) != inverted;
            } catch (RuntimeException | LinkageError e) {
                LOG.warn("{}: condition {} failed, what it guards stays hidden: {}", app.key(), className, e, e);
                return false;
            }
        };
    }
}

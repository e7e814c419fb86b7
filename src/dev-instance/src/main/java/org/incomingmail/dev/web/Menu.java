package org.incomingmail.dev.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.incomingmail.dev.kernel.ModuleType.OpenModule;

/** All web-sections and web-items of enabled apps and rooms. */
final class Menu {

    private final List<Entry> sections = new CopyOnWriteArrayList<>();
    private final List<Entry> items = new CopyOnWriteArrayList<>();

    OpenModule addSection(Entry section) {
        sections.add(section);
        return () -> sections.remove(section);
    }

    OpenModule addItem(Entry item) {
        items.add(item);
        return () -> items.remove(item);
    }

    /** Sections at a location such as "system.admin", lightest first, as far as their conditions let through. */
    List<Entry> sections(String location, Map<String, Object> context) {
        return at(sections, location, context);
    }

    /** Items of a section such as "system.admin/configuration". */
    List<Entry> items(String section, Map<String, Object> context) {
        return at(items, section, context);
    }

    private static List<Entry> at(List<Entry> entries, String location, Map<String, Object> context) {
        return entries.stream()
                .filter(entry ->
                        entry.location().equals(location) && entry.condition().test(context))
                .sorted(Comparator.comparingInt(Entry::weight))
                .toList();
    }

    /**
     * A section or an item.
     *
     * @param key module key
     * @param appKey whose it is
     * @param location where it hangs
     * @param label i18n key, or the text itself
     * @param link below the context path, absolute, or empty for a section without one
     */
    record Entry(
            String key,
            String appKey,
            String location,
            int weight,
            String label,
            String link,
            String linkId,
            String styleClass,
            Predicate<Map<String, Object>> condition) {}
}

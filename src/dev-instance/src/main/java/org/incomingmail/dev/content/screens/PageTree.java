package org.incomingmail.dev.content.screens;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.incomingmail.dev.content.store.ContentRow;
import org.jspecify.annotations.Nullable;

/** The pages of a space as an indented list: the top level, and below each page on the way to the current one. */
final class PageTree {

    private final Map<@Nullable Long, List<ContentRow>> children = new HashMap<>();
    private final Set<Long> open = new HashSet<>();
    private final long current;

    PageTree(List<ContentRow> pages, long current, @Nullable Long homePage) {
        this.current = current;
        Map<Long, ContentRow> byId = new HashMap<>();
        for (ContentRow page : pages) {
            byId.put(page.id(), page);
        }
        for (ContentRow page : pages) {
            // a child whose parent is gone must not disappear with it
            Long parent = page.parentId() != null && byId.containsKey(page.parentId()) ? page.parentId() : null;
            children.computeIfAbsent(parent, any -> new ArrayList<>()).add(page);
        }
        if (homePage != null) {
            open.add(homePage);
        }
        for (ContentRow at = byId.get(current); at != null && open.add(at.id()); ) {
            at = at.parentId() == null ? null : byId.get(at.parentId());
        }
    }

    /** Rows for the template: title, link, depth, whether it is the current page, has children and shows them. */
    List<Map<String, Object>> rows() {
        List<Map<String, Object>> rows = new ArrayList<>();
        add(null, 0, rows);
        return rows;
    }

    private void add(@Nullable Long parent, int depth, List<Map<String, Object>> rows) {
        for (ContentRow page : children.getOrDefault(parent, List.of())) {
            boolean isOpen = open.contains(page.id());
            rows.add(Map.of(
                    "title",
                    page.title(),
                    "link",
                    "/pages/viewpage.action?pageId=" + page.id(),
                    "depth",
                    Math.min(depth, 8),
                    "current",
                    page.id() == current,
                    "branch",
                    children.containsKey(page.id()),
                    "open",
                    isOpen));
            if (isOpen) {
                add(page.id(), depth + 1, rows);
            }
        }
    }
}

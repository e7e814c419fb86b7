package org.incomingmail.dev.content.rest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A part of a list, as a client asked for it.
 *
 * @param self path and query of the request without start and limit
 */
record Listing(String self, int start, int limit) {

    private static final int MOST = 500;

    <T> Map<String, Object> of(List<T> all, Function<T, Map<String, Object>> json, Map<String, Object> base) {
        int from = Math.min(Math.max(0, start), all.size());
        int size = Math.min(Math.max(0, Math.min(limit, MOST)), all.size() - from);
        Map<String, Object> links = new LinkedHashMap<>(base);
        String join = self.contains("?") ? "&" : "?";
        links.put("self", base.get("base") + self);
        if (from + size < all.size()) {
            links.put("next", self + join + "limit=" + size + "&start=" + (from + size));
        }
        if (from > 0) {
            links.put("prev", self + join + "limit=" + limit + "&start=" + Math.max(0, from - limit));
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("results", all.subList(from, from + size).stream().map(json).toList());
        answer.put("start", from);
        answer.put("limit", Math.min(limit, MOST));
        answer.put("size", size);
        answer.put("_links", links);
        return answer;
    }
}

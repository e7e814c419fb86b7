package org.incomingmail.dev.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.servlet.Filter;
import javax.servlet.http.HttpServlet;
import org.incomingmail.dev.house.Routes;

/** What the rooms asked to be served, kept until the web server starts. */
final class RegisteredRoutes implements Routes {

    private final Map<String, HttpServlet> servlets = new LinkedHashMap<>();
    private final List<MappedFilter> filters = new ArrayList<>();
    private final Map<String, Set<Object>> rest = new LinkedHashMap<>();
    private final List<String> descriptors = new ArrayList<>();

    @Override
    public void servlet(String urlPattern, HttpServlet servlet) {
        if (servlets.putIfAbsent(urlPattern, servlet) != null) {
            throw new IllegalArgumentException("two screens at " + urlPattern);
        }
    }

    @Override
    public void filter(int order, String urlPattern, Filter filter) {
        filters.add(new MappedFilter(order, urlPattern, filter));
    }

    @Override
    public void rest(String prefix, Set<Object> resources) {
        rest.put(prefix, Set.copyOf(resources));
    }

    @Override
    public void descriptor(String resource) {
        descriptors.add(resource);
    }

    Map<String, HttpServlet> servlets() {
        return servlets;
    }

    List<MappedFilter> filters() {
        return filters.stream()
                .sorted(Comparator.comparingInt(MappedFilter::order))
                .toList();
    }

    Map<String, Set<Object>> rest() {
        return rest;
    }

    List<String> descriptors() {
        return descriptors;
    }

    record MappedFilter(int order, String urlPattern, Filter filter) {

        /** An error page needs to know who is looking, and its frame; it must not be refused again. */
        boolean alsoForErrors() {
            return order <= 100 || order >= 1000;
        }
    }
}

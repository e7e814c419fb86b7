package org.incomingmail.dev.house;

import java.util.Set;
import javax.servlet.Filter;
import javax.servlet.http.HttpServlet;

/** Where rooms hang their screens: called from Room.open, before the web server starts. */
public interface Routes {

    /** Serves a servlet at a pattern below the context path (servlet specification 12.2), e.g. "/admin/viewjobs.action". */
    void servlet(String urlPattern, HttpServlet servlet);

    /**
     * Adds a filter; lower order runs first. Authentication has order 100 and the decorator 1000; XSRF 1100 and WebSudo
     * 1200 come after it, so that their refusals are decorated.
     * Error pages (404, 500, ...) pass filters up to 100 and from 1000 only.
     */
    void filter(int order, String urlPattern, Filter filter);

    /**
     * Serves JAX-RS resource instances below "/rest" + prefix, e.g. prefix "/api" serves "/rest/api/content".
     * JSON is Jackson's; the request's user is authenticated already (session or Basic).
     */
    void rest(String prefix, Set<Object> resources);

    /**
     * Adds the web-sections, web-items and i18n resources of a descriptor on the class path, as a system app of the
     * instance: rooms list their menu entries there, e.g. "host/people.xml".
     */
    void descriptor(String resource);
}

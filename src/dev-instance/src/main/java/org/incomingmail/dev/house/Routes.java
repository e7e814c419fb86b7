package org.incomingmail.dev.house;

import javax.servlet.Filter;
import javax.servlet.http.HttpServlet;

/** Where rooms hang their screens: called from Room.open, before the web server starts. */
public interface Routes {

    /** Serves a servlet at a pattern below the context path (servlet specification 12.2), e.g. "/admin/viewjobs.action". */
    void servlet(String urlPattern, HttpServlet servlet);

    /**
     * Adds a filter; lower order runs first. The decorator has order 1000; authentication 100; XSRF 200; WebSudo 300.
     */
    void filter(int order, String urlPattern, Filter filter);
}

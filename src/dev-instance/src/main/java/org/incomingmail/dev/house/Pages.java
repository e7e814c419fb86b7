package org.incomingmail.dev.house;

import java.io.IOException;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/**
 * Renders the instance's own screens. A screen is a whole HTML document; its head names the decorator with
 * {@code <meta name="decorator" content="atl.admin"/>} (admin console), {@code atl.general} (wiki) or none,
 * and the decorator filter puts the frame around it, exactly as for an app's screens.
 *
 * <p>{@code <content tag="selectedWebItem">KEY</content>} marks the entry of the admin console's menu;
 * {@code <content tag="sidebar">MARKUP</content>} in an {@code atl.general} page fills the space navigation on the
 * left; {@code <content tag="breadcrumbs">MARKUP</content>} is a list of {@code <li>} above the title.
 */
public interface Pages {

    /**
     * Renders a template of /soy/*.soy on the class path.
     *
     * @param template full name, e.g. {@code Dev.Jobs.list}
     * @param data values; the keys {@code contextPath}, {@code atlToken}, {@code user} are added
     */
    void render(HttpServletRequest request, HttpServletResponse response, String template, Map<String, Object> data)
            throws IOException;
}

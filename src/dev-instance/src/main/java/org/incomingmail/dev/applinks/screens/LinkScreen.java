package org.incomingmail.dev.applinks.screens;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.incomingmail.dev.applinks.links.HttpsRequirement;
import org.incomingmail.dev.applinks.links.OutgoingLink;
import org.incomingmail.dev.house.Pages;

/** A screen of Application links. */
abstract class LinkScreen extends HttpServlet {
    private static final long serialVersionUID = 1L;

    final transient LinksModel model;
    private final transient Pages pages;

    LinkScreen(LinksModel model, Pages pages) {
        this.model = model;
        this.pages = pages;
    }

    void show(HttpServletRequest request, HttpServletResponse response, String template, Map<String, Object> data)
            throws IOException {
        Map<String, Object> all = new HashMap<>(data);
        all.put("redirectUrl", model.redirectUrl().get().toString());
        all.put("baseUrlUsable", model.redirectUrl().isUsable());
        all.put("skipBaseUrl", HttpsRequirement.SKIP_BASE_URL);
        pages.render(request, response, "Dev.AppLinks." + template, all);
    }

    /** The link that the request names; otherwise it is answered. */
    Optional<OutgoingLink> link(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<OutgoingLink> link = model.asked(request);
        if (link.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            show(request, response, "notFound", Map.of());
        }
        return link;
    }

    static String address(HttpServletRequest request, String path, String... query) {
        StringBuilder address = new StringBuilder(request.getContextPath()).append(path);
        for (int i = 0; i < query.length; i += 2) {
            address.append(i == 0 ? '?' : '&')
                    .append(query[i])
                    .append('=')
                    .append(URLEncoder.encode(query[i + 1], StandardCharsets.UTF_8));
        }
        return address.toString();
    }
}

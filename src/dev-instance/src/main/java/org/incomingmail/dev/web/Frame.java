package org.incomingmail.dev.web;

import com.google.template.soy.data.SanitizedContent;
import com.google.template.soy.data.SanitizedContent.ContentKind;
import com.google.template.soy.data.UnsafeSanitizedContentOrdainer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.incomingmail.dev.house.Cluster;

/** The frame around a page: header, menus, the page's own head and body, footer. */
final class Frame {

    private static final Map<String, Set<String>> CONTEXTS = Map.of(
            "atl.admin", Set.of("atl.admin", "admin"),
            "atl.general", Set.of("atl.general", "main"),
            "atl.userprofile", Set.of("atl.userprofile", "atl.general", "main"),
            "atl.popup", Set.of("atl.popup"));

    private final InstanceTemplates templates;
    private final Menu menu;
    private final Texts texts;
    private final PageResources resources;
    private final Viewer viewer;
    private final Languages languages;
    private final Supplier<Optional<Cluster>> cluster;

    Frame(
            InstanceTemplates templates,
            Menu menu,
            Texts texts,
            PageResources resources,
            Viewer viewer,
            Languages languages,
            Supplier<Optional<Cluster>> cluster) {
        this.templates = templates;
        this.menu = menu;
        this.texts = texts;
        this.resources = resources;
        this.viewer = viewer;
        this.languages = languages;
        this.cluster = cluster;
    }

    /** The decorated page; a page that names no decorator, or an unknown one, is given back as it is. */
    String around(HttpServletRequest request, HttpServletResponse response, String html) {
        HtmlPage page = HtmlPage.parse(html);
        String decorator = page.meta().getOrDefault("decorator", "");
        Set<String> contexts = CONTEXTS.get(decorator);
        if (contexts == null) {
            return html;
        }
        Map<String, Object> data = new HashMap<>();
        data.put("title", page.title());
        data.put("head", safe(page.head()));
        data.put("body", safe(page.body()));
        data.put("bodyClass", page.bodyClass());
        data.put("sidebar", safe(page.contents().getOrDefault("sidebar", "")));
        data.put("breadcrumbs", safe(page.contents().getOrDefault("breadcrumbs", "")));
        data.put("selectedWebItem", page.contents().getOrDefault("selectedWebItem", ""));
        data.put("loginUrl", viewer.loginUrl(request));
        Locale locale = languages.locale(request);
        data.put("locale", locale.toString());
        data.put("language", locale.toLanguageTag());
        data.put("assets", safe(resources.tags(request, contexts)));
        data.put("node", cluster.get().flatMap(Cluster::node).orElse(""));
        data.put("headerItems", entries(request, menu.items("system.header/left", context(request)), ""));
        data.put("userItems", userItems(request));
        if (decorator.equals("atl.admin")) {
            String selected = page.contents().getOrDefault("selectedWebItem", "");
            data.put("sections", sections(request, selected));
        }
        return templates.html(request, response, template(decorator), data);
    }

    private List<Map<String, Object>> userItems(HttpServletRequest request) {
        List<Map<String, Object>> items = new ArrayList<>();
        for (String section : List.of("user-content", "user-preferences", "user-operations")) {
            items.addAll(entries(request, menu.items("system.user/" + section, context(request)), ""));
        }
        return items;
    }

    private static String template(String decorator) {
        return switch (decorator) {
            case "atl.admin" -> "Host.Frame.admin";
            case "atl.popup" -> "Host.Frame.popup";
            default -> "Host.Frame.general";
        };
    }

    private List<Map<String, Object>> sections(HttpServletRequest request, String selected) {
        List<Map<String, Object>> sections = new ArrayList<>();
        for (Menu.Entry section : menu.sections("system.admin", context(request))) {
            List<Map<String, Object>> items =
                    entries(request, menu.items("system.admin/" + section.key(), context(request)), selected);
            if (!items.isEmpty()) {
                sections.add(Map.of("label", texts.getText(section.label()), "items", items));
            }
        }
        return sections;
    }

    private List<Map<String, Object>> entries(HttpServletRequest request, List<Menu.Entry> entries, String selected) {
        List<Map<String, Object>> shown = new ArrayList<>();
        for (Menu.Entry entry : entries) {
            String link = entry.link().startsWith("/") ? request.getContextPath() + entry.link() : entry.link();
            shown.add(Map.of(
                    "key", entry.key(),
                    "label", texts.getText(entry.label()),
                    "link", link,
                    "linkId", entry.linkId(),
                    "selected", entry.key().equals(selected)));
        }
        return shown;
    }

    private Map<String, Object> context(HttpServletRequest request) {
        Map<String, Object> context = new HashMap<>();
        context.put("request", request);
        viewer.user(request).ifPresent(user -> context.put("user", user));
        return context;
    }

    private static SanitizedContent safe(String html) {
        return UnsafeSanitizedContentOrdainer.ordainAsSafe(html, ContentKind.HTML);
    }
}

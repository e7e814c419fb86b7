package org.incomingmail.dev.web;

import com.atlassian.webresource.api.assembler.PageBuilderService;
import com.atlassian.webresource.api.assembler.RequiredResources;
import com.atlassian.webresource.api.assembler.WebResourceAssembler;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.servlet.http.HttpServletRequest;
import org.jsoup.nodes.Entities;

/** Which scripts and style sheets a page asked for while it was made. */
final class PageResources implements PageBuilderService, WebResourceAssembler, RequiredResources {

    private static final String REQUIRED = PageResources.class.getName() + ".required";

    private static final List<String> STYLES = List.of(
            "aui/aui-prototyping.css",
            "aui/aui-prototyping-browserfocus.css",
            "aui/aui-prototyping-design-tokens-base-themes-css.css",
            "aui/aui-prototyping-design-tokens-compatibility.css",
            "host.css");
    private static final List<String> SCRIPTS =
            List.of("aui/jquery.min.js", "host-before.js", "aui/aui-prototyping.js", "host.js");

    private final WebResources resources;
    private final CurrentRequest current;

    PageResources(WebResources resources, CurrentRequest current) {
        this.resources = resources;
        this.current = current;
    }

    @Override
    public WebResourceAssembler assembler() {
        return this;
    }

    @Override
    public RequiredResources resources() {
        return this;
    }

    @Override
    public RequiredResources requireWebResource(String completeModuleKey) {
        current.get().ifPresent(request -> required(request).add(completeModuleKey));
        return this;
    }

    /** The link and script elements of a page: AUI, the host's own, then the apps' in the order of their needs. */
    String tags(HttpServletRequest request, Set<String> contexts) {
        String fixed = request.getContextPath() + "/host/static/";
        Map<String, List<String>> asked = resources.urls(request.getContextPath(), required(request), contexts);
        StringBuilder tags = new StringBuilder();
        Stream.concat(STYLES.stream().map(fixed::concat), asked.getOrDefault("css", List.of()).stream())
                .forEach(url -> tags.append("<link rel=\"stylesheet\" href=\"")
                        .append(Entities.escape(url))
                        .append("\">\n"));
        Stream.concat(SCRIPTS.stream().map(fixed::concat), asked.getOrDefault("js", List.of()).stream())
                .forEach(url -> tags.append("<script src=\"")
                        .append(Entities.escape(url))
                        .append("\"></script>\n"));
        return tags.toString();
    }

    @SuppressWarnings("unchecked")
    private static Set<String> required(HttpServletRequest request) {
        Set<String> required = (Set<String>) request.getAttribute(REQUIRED);
        if (required == null) {
            required = new LinkedHashSet<>();
            request.setAttribute(REQUIRED, required);
        }
        return required;
    }
}

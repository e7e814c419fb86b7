package org.incomingmail.dev.web;

import com.atlassian.webresource.api.assembler.PageBuilderService;
import com.atlassian.webresource.api.assembler.RequiredResources;
import com.atlassian.webresource.api.assembler.WebResourceAssembler;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.servlet.http.HttpServletRequest;

/** Which scripts and style sheets a page asked for while it was made. */
final class PageResources implements PageBuilderService, WebResourceAssembler, RequiredResources {

    private static final String REQUIRED = PageResources.class.getName() + ".required";

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

    /** Addresses of "css" and "js" in the order in which the page must load them. */
    Map<String, List<String>> forPage(HttpServletRequest request, Set<String> contexts) {
        return resources.urls(request.getContextPath(), required(request), contexts);
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

package org.incomingmail.dev.web;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.servlet.ServletConfig;
import javax.servlet.ServletContext;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import org.incomingmail.dev.kernel.App;
import org.incomingmail.dev.kernel.DescriptorElement;
import org.incomingmail.dev.kernel.DescriptorException;
import org.incomingmail.dev.kernel.ModuleType;
import org.jspecify.annotations.Nullable;

/** {@code <servlet>}: served below /plugins/servlet. */
record ServletModule(AppServlets servlets, Supplier<ServletContext> container) implements ModuleType {

    @Override
    public String element() {
        return "servlet";
    }

    @Override
    public OpenModule open(App app, DescriptorElement element) throws DescriptorException {
        List<DescriptorElement> patterns = element.children("url-pattern");
        if (patterns.isEmpty()) {
            throw new DescriptorException("<servlet> needs a <url-pattern>");
        }
        HttpServlet servlet = app.create(element.required("class"), HttpServlet.class);
        try {
            servlet.init(new Config(element.key(), container.get(), initParams(element)));
        } catch (ServletException | RuntimeException e) {
            throw new DescriptorException("the servlet does not start: " + e.getMessage(), e);
        }
        Deque<OpenModule> open = new ArrayDeque<>();
        for (DescriptorElement pattern : patterns) {
            open.push(servlets.add(pattern.text(), servlet));
        }
        return () -> {
            open.forEach(OpenModule::close);
            servlet.destroy();
        };
    }

    private static Map<String, String> initParams(DescriptorElement element) {
        Map<String, String> params = new java.util.LinkedHashMap<>();
        for (DescriptorElement each : element.children("init-param")) {
            params.put(
                    each.child("param-name").map(DescriptorElement::text).orElse(""),
                    each.child("param-value").map(DescriptorElement::text).orElse(""));
        }
        return params;
    }

    private record Config(String name, ServletContext context, Map<String, String> params) implements ServletConfig {

        @Override
        public String getServletName() {
            return name;
        }

        @Override
        public ServletContext getServletContext() {
            return context;
        }

        @Override
        public @Nullable String getInitParameter(String parameter) {
            return params.get(parameter);
        }

        @Override
        public Enumeration<String> getInitParameterNames() {
            return Collections.enumeration(params.keySet());
        }
    }
}

package org.incomingmail.dev.web;

import com.google.template.soy.tofu.SoyTofu;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.incomingmail.dev.house.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The instance's own templates: everything in /soy on the class path, compiled together at the first page. */
final class InstanceTemplates implements Pages {

    private final SoyEngine soy;
    private final Viewer viewer;
    private @Nullable SoyTofu compiled;

    InstanceTemplates(SoyEngine soy, Viewer viewer) {
        this.soy = soy;
        this.viewer = viewer;
    }

    @Override
    public void render(
            HttpServletRequest request, HttpServletResponse response, String template, Map<String, Object> data)
            throws IOException {
        String html = html(request, response, template, data);
        response.setContentType("text/html;charset=UTF-8");
        response.getWriter().write(html);
    }

    String html(HttpServletRequest request, HttpServletResponse response, String template, Map<String, Object> data) {
        Map<String, Object> all = new HashMap<>(data);
        all.put("contextPath", request.getContextPath());
        all.put("atlToken", viewer.xsrfToken(request, response));
        viewer.forTemplates(request).ifPresent(user -> all.put("user", user));
        return soy.render(compiled(), template, all);
    }

    synchronized SoyTofu compiled() {
        if (compiled == null) {
            compiled = soy.compile(files());
        }
        return compiled;
    }

    private static Map<String, String> files() {
        Map<String, String> files = new TreeMap<>();
        ClassLoader loader = InstanceTemplates.class.getClassLoader();
        try {
            for (Resource each : new PathMatchingResourcePatternResolver(loader).getResources("classpath*:soy/*.soy")) {
                byte[] content = each.getInputStream().readAllBytes();
                files.put(String.valueOf(each.getFilename()), new String(content, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }
}

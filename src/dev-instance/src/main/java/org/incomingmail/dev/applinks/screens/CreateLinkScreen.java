package org.incomingmail.dev.applinks.screens;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.incomingmail.dev.applinks.links.ProviderType;
import org.incomingmail.dev.house.Pages;

/** Create link: external application, outgoing, and which provider. */
public final class CreateLinkScreen extends LinkScreen {
    public static final String PATH = "/admin/applinks/createlink.action";
    private static final long serialVersionUID = 1L;

    public CreateLinkScreen(LinksModel model, Pages pages) {
        super(model, pages);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        List<Map<String, Object>> providers = Arrays.stream(ProviderType.values())
                .map(type -> Map.<String, Object>of("name", type.name(), "label", type.label()))
                .toList();
        show(request, response, "create", Map.of("providers", providers));
    }
}

package org.incomingmail.dev.sandbox;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.incomingmail.dev.house.Pages;
import org.incomingmail.dev.house.SubmittedForm;
import org.incomingmail.dev.sandbox.provider.ProviderControls;

/** Sandbox provider: who allowed what, and the ways to make it fail. */
final class ProviderServlet extends HttpServlet {
    static final String PATH = "/sandbox/provider.action";
    private static final int MOST_ADDRESSES = 10;
    private static final long serialVersionUID = 1L;

    private final transient OAuthDemo demo;
    private final transient Reader reader;
    private final transient Pages pages;

    ProviderServlet(OAuthDemo demo, Reader reader, Pages pages) {
        this.demo = demo;
        this.reader = reader;
        this.pages = pages;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!reader.mustLogIn(request, response)) {
            show(request, response, OAuthView.lines(demo.client().moreAddresses()), new SubmittedForm(request));
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (reader.mustLogIn(request, response)) {
            return;
        }
        var form = new SubmittedForm(request);
        ProviderControls controls = demo.provider().controls();
        switch (form.text("do")) {
            case "revoke" -> {
                // somebody else may have been faster, with the same result
                boolean unused = controls.revoke(form.text("consent"));
            }
            case "endAccessTokens" -> controls.endAccessTokens();
            case "down" -> controls.setDown(true);
            case "up" -> controls.setDown(false);
            case "addresses" -> register(form);
            default -> form.reject("form", "There is no such action.");
        }
        if (form.isAccepted()) {
            response.sendRedirect(request.getContextPath() + PATH + "?done=" + form.text("do"));
        } else {
            show(request, response, form.text("addresses"), form);
        }
    }

    private void register(SubmittedForm form) throws IOException {
        List<String> lines = form.text("addresses")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        boolean good = lines.size() <= MOST_ADDRESSES && lines.stream().allMatch(ProviderServlet::isAddress);
        if (good) {
            demo.client().registerMore(lines.stream().map(URI::create).toList(), demo.provider());
        } else {
            form.reject("addresses", "Enter up to 10 absolute http or https addresses without fragment, one a line.");
        }
    }

    /** RFC 6749 section 3.1.2. */
    private static boolean isAddress(String line) {
        try {
            URI address = URI.create(line);
            boolean web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
            return web && address.getHost() != null && address.getFragment() == null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private void show(HttpServletRequest request, HttpServletResponse response, String addresses, SubmittedForm form)
            throws IOException {
        ProviderControls controls = demo.provider().controls();
        pages.render(
                request,
                response,
                "Dev.SandboxProvider.page",
                Map.of(
                        "isDown", controls.isDown(),
                        "refreshes", controls.refreshes(),
                        "consents", OAuthView.consents(demo),
                        "ownAddress", demo.client().ownAddress().toString(),
                        "addresses", addresses,
                        "done", form.text("done"),
                        "errors", form.errors()));
    }
}

package org.incomingmail.dev.web;

import java.io.IOException;
import java.util.Map;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.incomingmail.dev.house.Pages;

/** The page on which the admin console opens; its frame is the menu. */
final class AdminConsole extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient Pages pages;

    AdminConsole(Pages pages) {
        this.pages = pages;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        pages.render(request, response, "Host.Frame.console", Map.of());
    }
}

package org.incomingmail.dev.content.screens;

import javax.servlet.http.HttpServlet;
import org.incomingmail.dev.content.wiki.Wiki;
import org.incomingmail.dev.house.Host;
import org.incomingmail.dev.house.Routes;

/** All screens of the wiki and their addresses. */
public final class Screens {

    private Screens() {}

    public static void open(Host host, Wiki wiki) {
        Routes routes = host.routes();
        HttpServlet dashboard = new DashboardScreen(wiki, host);
        // the empty pattern is the context root alone; "/" would be everything nobody else serves
        routes.servlet("", dashboard);
        routes.servlet("/dashboard.action", new DashboardScreen(wiki, host));
        routes.servlet("/display/*", new DisplayScreen(wiki, host));
        routes.servlet("/pages/viewpage.action", new ViewPageScreen(wiki, host));
        routes.servlet("/pages/createpage.action", new EditorScreen(wiki, host, true));
        routes.servlet("/pages/editpage.action", new EditorScreen(wiki, host, false));
        routes.servlet("/pages/removepage.action", new RemovePageScreen(wiki, host));
        routes.servlet("/pages/watch.action", new WatchScreen(wiki, host));
        CommentScreens.open(routes, wiki, host);
        routes.servlet("/pages/viewpageattachments.action", new AttachmentsScreen(wiki, host));
        routes.servlet("/download/attachments/*", new DownloadServlet(wiki, host));
        routes.servlet("/spaces/spacepermissions.action", new SpacePermissionsScreen(wiki, host));
        routes.descriptor("host/content.xml");
    }
}

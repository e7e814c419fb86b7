package org.incomingmail.dev.apps;

import java.security.SecureRandom;
import org.incomingmail.dev.house.Cluster;
import org.incomingmail.dev.house.Host;
import org.incomingmail.dev.house.Room;

/** "Manage apps", and the same by REST. */
public final class AppsRoom implements Room {

    @Override
    public void open(Host host) {
        SystemAdministrators guard = new SystemAdministrators(host.services());
        Cluster cluster = host.services().get(Cluster.class);
        UploadTokens tokens = new UploadTokens(cluster.values("upm-tokens"), new SecureRandom());
        host.routes().servlet("/plugins/servlet/upm", new ManageAppsServlet(host, guard));
        host.routes()
                .servlet("/rest/plugins/1.0/*", new AppsRestServlet(host, guard, tokens, cluster.values("upm-tasks")));
        host.routes().descriptor("host/apps.xml");
    }
}

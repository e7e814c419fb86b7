package org.incomingmail.dev.cluster;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.incomingmail.dev.house.Cluster;
import org.incomingmail.dev.house.Pages;

/** Admin console > Clustering: the nodes, and which of them made the page. */
final class ClusteringServlet extends HttpServlet {
    static final String PATH = "/admin/cluster/clustering.action";
    private static final long serialVersionUID = 1L;

    private final transient Cluster cluster;
    private final transient Pages pages;

    ClusteringServlet(Cluster cluster, Pages pages) {
        this.cluster = cluster;
        this.pages = pages;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String self = cluster.node().orElse("");
        List<Map<String, Object>> nodes = cluster.members().stream()
                .map(node -> Map.<String, Object>of(
                        "name", node.name(),
                        "url", node.url(),
                        "since", node.since().replaceFirst("\\..*|Z$", "").replace('T', ' '),
                        "process", String.valueOf(node.process()),
                        "self", node.name().equals(self)))
                .toList();
        pages.render(request, response, "Dev.Cluster.nodes", Map.of("nodes", nodes));
    }
}

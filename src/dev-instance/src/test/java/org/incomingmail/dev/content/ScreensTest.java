package org.incomingmail.dev.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ScreensTest {

    @TempDir
    static Path home;

    private static RunningWiki wiki;

    @BeforeAll
    static void start() {
        wiki = new RunningWiki(home, 0);
    }

    @AfterAll
    static void stop() {
        wiki.close();
    }

    @Test
    void dashboardListsTheSpaces() throws Exception {
        Document dashboard = screen("alice", "/dashboard.action");
        assertThat(dashboard.select(".wiki-spaces a").eachText()).containsExactly("Demo Space", "Team Space");
        assertThat(wiki.get("alice", "/").body()).contains("Demo Space");
    }

    @Test
    void spaceShowsItsHomePageAndTree() throws Exception {
        Document space = screen("alice", "/display/DEMO");
        assertThat(space.select("#title-text").text()).isEqualTo("Demo Space Home");
        assertThat(space.select("#page-tree a[aria-current]").text()).isEqualTo("Demo Space Home");
        assertThat(space.select("#create-page")).isNotEmpty();
        assertThat(screen("alice", "/display/TEAM").select("#create-page"))
                .as("alice may not create pages in TEAM")
                .isEmpty();
        assertThat(screen("alice", "/display/demo/Demo+Space+Home")
                        .select("#title-text")
                        .text())
                .isEqualTo("Demo Space Home");
    }

    @Test
    void whatIsNotThereIsSaidSo() throws Exception {
        for (String path : new String[] {"/display/NONE", "/display/DEMO/Nothing", "/pages/viewpage.action?pageId=1"}) {
            HttpResponse<String> answer = wiki.get("alice", path);
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(answer.body()).contains("Page not found");
        }
        assertThat(wiki.get("", "/display/DEMO")
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .as("a visitor is asked to log in")
                .contains("/login.action?os_destination=");
    }

    private static Document screen(String user, String path) throws Exception {
        HttpResponse<String> answer = wiki.get(user, path);
        assertThat(answer.statusCode()).as(path + "\n" + answer.body()).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }
}

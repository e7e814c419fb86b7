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

    @Test
    void pageIsWrittenEditedCommentedAndDeleted() throws Exception {
        HttpResponse<String> created = post(
                "alice",
                "/pages/createpage.action",
                "spaceKey=DEMO&title=Minutes+%E8%AD%B0%E4%BA%8B&body=%3Cp%3Eone%3C/p%3E");
        String path = location(created);
        Document page = screen("alice", path);
        assertThat(page.select("#title-text").text()).isEqualTo("Minutes 議事");
        assertThat(page.select("#main-content p").text()).isEqualTo("one");
        assertThat(page.select(".page-metadata").text()).contains("Created by Alice");
        String id = path.substring(path.indexOf('=') + 1);

        HttpResponse<String> twice =
                post("alice", "/pages/createpage.action", "spaceKey=DEMO&title=MINUTES+議事&body=typed");
        assertThat(twice.statusCode()).isEqualTo(400);
        assertThat(Jsoup.parse(twice.body()).select("#editor-error").text()).contains("already exists");
        assertThat(Jsoup.parse(twice.body()).select("#content-body").text()).isEqualTo("typed");

        post("alice", "/pages/editpage.action", "version=1&title=Minutes&body=%3Cp%3Etwo%3C/p%3E&pageId=" + id);
        assertThat(screen("alice", path).select("#main-content p").text()).isEqualTo("two");
        assertThat(post("alice", "/pages/editpage.action", "version=1&title=Minutes&body=late&pageId=" + id)
                        .body())
                .contains("changed by somebody else");

        String first = location(post("alice", "/pages/doaddcomment.action", "content=a%3Cb%0Ac&pageId=" + id));
        String commentId = first.substring(first.indexOf("#comment-") + 9);
        post("admin", "/pages/doaddcomment.action", "content=reply&pageId=" + id + "&parentId=" + commentId);
        Document thread = screen("alice", first.substring(0, first.indexOf('#')));
        assertThat(thread.select("#comment-" + commentId + ".focused .comment-body")
                        .html()
                        .replaceAll("\\s", ""))
                .contains("a&lt;b<br>c");
        assertThat(thread.select("article.wiki-depth-1 .comment-body").text()).isEqualTo("reply");

        assertThat(post("admin", "/pages/removepage.action", "pageId=" + id).statusCode())
                .isEqualTo(302);
        assertThat(wiki.get("alice", path).statusCode()).isEqualTo(404);
    }

    @Test
    void whoMayNotIsRefused() throws Exception {
        assertThat(post("alice", "/pages/createpage.action", "spaceKey=TEAM&title=x&body=")
                        .statusCode())
                .isEqualTo(403);
        assertThat(wiki.get("alice", "/spaces/spacepermissions.action?key=DEMO").statusCode())
                .isEqualTo(403);
        Document permissions = screen("admin", "/spaces/spacepermissions.action?key=DEMO");
        assertThat(permissions.select("input[value='GROUP:CREATE_PAGE:confluence-users'][checked]"))
                .hasSize(1);
    }

    @Test
    void attachmentsGoUpAndComeDownHarmless() throws Exception {
        String id = location(post("alice", "/pages/createpage.action", "spaceKey=DEMO&title=Files&body="))
                .replaceAll(".*=", "");
        String body = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"悪い.html\"\r\n"
                + "Content-Type: text/html\r\n\r\n<script>alert(1)</script>\r\n--b--\r\n";
        HttpResponse<String> up = wiki.send(
                "POST",
                "alice",
                "/pages/viewpageattachments.action?pageId=" + id,
                "multipart/form-data; boundary=b",
                body);
        assertThat(up.statusCode()).as(up.body()).isEqualTo(302);
        String link = screen("alice", "/pages/viewpageattachments.action?pageId=" + id)
                .select(".wiki-file-name a")
                .attr("href");
        HttpResponse<String> down = wiki.get("alice", link.substring("/confluence".length()));
        assertThat(down.body()).isEqualTo("<script>alert(1)</script>");
        assertThat(down.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
        assertThat(down.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(down.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment;")
                .endsWith("filename*=UTF-8''%E6%82%AA%E3%81%84.html");
        assertThat(wiki.get("alice", "/download/attachments/" + id + "/none").statusCode())
                .isEqualTo(404);
    }

    private static HttpResponse<String> post(String user, String path, String form) throws Exception {
        return wiki.send("POST", user, path, "application/x-www-form-urlencoded;charset=UTF-8", form);
    }

    private static String location(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return answer.headers().firstValue("Location").orElseThrow().replaceAll("^(http://[^/]*)?/confluence", "");
    }

    private static Document screen(String user, String path) throws Exception {
        HttpResponse<String> answer = wiki.get(user, path);
        assertThat(answer.statusCode()).as(path + "\n" + answer.body()).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }
}

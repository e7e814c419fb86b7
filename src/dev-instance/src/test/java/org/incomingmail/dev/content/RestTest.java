package org.incomingmail.dev.content;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RestTest {

    private static final String JSON = "application/json";

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
    void spacesAreListedAndRead() throws Exception {
        JsonNode spaces = read(200, wiki.get("alice", "/rest/api/space"));
        assertThat(spaces.at("/results/0/key").asText()).isEqualTo("DEMO");
        assertThat(spaces.at("/size").asInt()).isGreaterThanOrEqualTo(2);
        assertThat(spaces.at("/_links/base").asText()).isEqualTo(wiki.url(""));
        JsonNode demo = read(200, wiki.get("alice", "/rest/api/space/DEMO?expand=homepage"));
        assertThat(demo.at("/homepage/title").asText()).isEqualTo("Demo Space Home");
        assertRefused(404, wiki.get("alice", "/rest/api/space/NONE"), "NONE");
        assertRefused(
                403, wiki.send("POST", "alice", "/rest/api/space", JSON, "{\"key\":\"X\",\"name\":\"X\"}"), "space");
        JsonNode made =
                read(200, wiki.send("POST", "admin", "/rest/api/space", JSON, "{\"key\":\"NEW\",\"name\":\"New\"}"));
        assertThat(made.at("/key").asText()).isEqualTo("NEW");
    }

    @Test
    void pageLivesFromPostToDelete() throws Exception {
        JsonNode page = create("Life", "<p>one</p>");
        String path = "/rest/api/content/" + page.at("/id").asText();
        assertThat(page.at("/type").asText()).isEqualTo("page");
        assertThat(page.at("/version/number").asInt()).isEqualTo(1);
        assertThat(page.at("/body/storage/value").asText()).isEqualTo("<p>one</p>");
        assertThat(page.at("/history/createdBy/username").asText()).isEqualTo("alice");
        assertThat(page.at("/_links/webui").asText()).startsWith("/");
        assertThat(page.at("/_expandable").has("children")).isTrue();

        JsonNode found =
                read(200, wiki.get("alice", "/rest/api/content?spaceKey=DEMO&title=Life&expand=body.view,ancestors"));
        assertThat(found.at("/results/0/body/view/value").asText()).isEqualTo("<p>one</p>");
        assertThat(found.at("/results/0/ancestors/0/title").asText()).isEqualTo("Demo Space Home");

        String change = "{\"type\":\"page\",\"title\":\"Life 2\",\"version\":{\"number\":%d},"
                + "\"body\":{\"storage\":{\"value\":\"<p>two</p>\",\"representation\":\"storage\"}}}";
        assertRefused(409, wiki.send("PUT", "alice", path, JSON, change.formatted(1)), "Current version is: 1");
        assertThat(read(200, wiki.send("PUT", "alice", path, JSON, change.formatted(2)))
                        .at("/title")
                        .asText())
                .isEqualTo("Life 2");
        assertThat(wiki.send("DELETE", "alice", path, JSON, "").statusCode()).isEqualTo(204);
        assertRefused(404, wiki.get("alice", path), "No content found");
    }

    @Test
    void whatCannotBeStoredIsRefusedWithAReason() throws Exception {
        create("Twice", "");
        assertRefused(400, post("alice", page("DEMO", "TWICE", "")), "already exists");
        assertRefused(400, post("alice", page("DEMO", "Broken", "<p>")), "Error parsing xhtml");
        assertRefused(403, post("alice", page("TEAM", "Mine", "")), "page");
        assertRefused(404, post("alice", page("NONE", "Mine", "")), "NONE");
        assertRefused(404, wiki.get("", "/rest/api/content/65537"), "No content found");
        assertThat(post("alice", "{").statusCode()).isEqualTo(400);
        assertRefused(400, post("alice", ""), "no content");
        assertRefused(400, post("alice", "[]"), "no content");
    }

    @Test
    void commentsMakeThreads() throws Exception {
        String pageId = create("Thread", "").at("/id").asText();
        String form = "{\"type\":\"comment\",\"container\":{\"id\":\"" + pageId + "\",\"type\":\"page\"}%s,"
                + "\"body\":{\"storage\":{\"value\":\"<p>hi</p>\",\"representation\":\"storage\"}}}";
        String first = read(200, post("alice", form.formatted(""))).at("/id").asText();
        JsonNode reply = read(200, post("admin", form.formatted(",\"ancestors\":[{\"id\":\"" + first + "\"}]")));
        assertThat(reply.at("/ancestors/0/id").asText()).isEqualTo(first);
        assertThat(reply.at("/container/title").asText()).isEqualTo("Thread");

        String children = "/rest/api/content/" + pageId + "/child/comment";
        assertThat(read(200, wiki.get("alice", children)).at("/size").asInt()).isEqualTo(1);
        JsonNode all = read(200, wiki.get("alice", children + "?depth=all&expand=body.storage"));
        assertThat(all.at("/results").findValuesAsText("value")).containsExactly("<p>hi</p>", "<p>hi</p>");
        JsonNode paged = read(200, wiki.get("alice", children + "?depth=all&limit=1"));
        assertThat(paged.at("/_links/next").asText()).contains("start=1");
    }

    @Test
    void attachmentsAreUploadedOnceAndReplacedByData() throws Exception {
        String pageId = create("Uploads", "").at("/id").asText();
        String path = "/rest/api/content/" + pageId + "/child/attachment";
        JsonNode added = read(200, upload(path, "報告.txt", "one"));
        assertThat(added.at("/results/0/title").asText()).isEqualTo("報告.txt");
        assertThat(added.at("/results/0/extensions/fileSize").asInt()).isEqualTo(3);
        assertRefused(400, upload(path, "報告.txt", "two"), "same file name");
        String id = added.at("/results/0/id").asText();
        JsonNode second = read(200, upload(path + "/" + id + "/data", "any.txt", "second"));
        assertThat(second.at("/version/number").asInt()).isEqualTo(2);
        assertThat(wiki.get("alice", second.at("/_links/download").asText()).body())
                .isEqualTo("second");
        assertThat(read(200, wiki.get("alice", path)).at("/size").asInt()).isEqualTo(1);
    }

    private static HttpResponse<String> upload(String path, String name, String text) throws Exception {
        String body = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: text/plain\r\n\r\n" + text + "\r\n--b--\r\n";
        return wiki.send("POST", "alice", path, "multipart/form-data; boundary=b", body);
    }

    private static JsonNode create(String title, String body) throws Exception {
        return read(200, post("alice", page("DEMO", title, body)));
    }

    private static String page(String space, String title, String body) {
        return "{\"type\":\"page\",\"title\":\"" + title + "\",\"space\":{\"key\":\"" + space
                + "\"},\"body\":{\"storage\":{\"value\":\"" + body + "\",\"representation\":\"storage\"}}}";
    }

    private static HttpResponse<String> post(String user, String json) throws Exception {
        return wiki.send("POST", user, "/rest/api/content", JSON, json);
    }

    private static JsonNode read(int status, HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return new ObjectMapper().readTree(answer.body());
    }

    private static void assertRefused(int status, HttpResponse<String> answer, String message) throws Exception {
        JsonNode error = read(status, answer);
        assertThat(error.at("/statusCode").asInt()).isEqualTo(status);
        assertThat(error.at("/message").asText()).contains(message);
    }
}

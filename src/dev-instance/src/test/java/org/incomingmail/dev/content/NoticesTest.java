package org.incomingmail.dev.content;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.confluence.mail.notification.NotificationEmailHelper;
import com.atlassian.mail.Email;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NoticesTest {

    @TempDir
    Path home;

    private RunningWiki wiki;

    @BeforeEach
    void start() {
        wiki = new RunningWiki(home, 0);
    }

    @AfterEach
    void stop() {
        wiki.close();
    }

    @Test
    void watchersAreToldOfPagesAndCommentsButNotTheAuthor() throws Exception {
        post("admin", "/pages/watch.action", "spaceKey=DEMO&watch=true");
        String page =
                post("alice", "/pages/createpage.action", "spaceKey=DEMO&title=Plan+%3CB%3E&body=%3Cp%3EText%3C/p%3E");
        Email told = mails(1).get(0);
        assertThat(told.getTo()).startsWith("admin@");
        assertThat(told.getSubject()).isEqualTo("[Confluence] Demo Space > Plan <B>");
        assertThat(told.getFromName()).startsWith("Alice").endsWith("(Confluence)");
        assertThat(told.getHeaders()).containsEntry("Auto-Submitted", "auto-generated");
        assertThat(told.getBody())
                .contains("<p>Text</p>", "Plan &lt;B&gt;", wiki.url("/pages/viewpage.action?pageId="));

        String pageId = page.replaceAll(".*pageId=(\\d+).*", "$1");
        String comment = post("admin", "/pages/doaddcomment.action", "content=Well&pageId=" + pageId);
        Email answer = mails(2).get(1);
        assertThat(answer.getTo()).as("the author watches their page").startsWith("alice@");
        assertThat(answer.getBody()).contains("commented on");

        long[] target = new long[1];
        new NotificationEmailHelper(wiki.services)
                .extractTargetContentFromEmailReply(
                        Map.of("In-Reply-To", List.of(Objects.requireNonNull(answer.getMessageId()))), id -> {
                            target[0] = id;
                            return null;
                        });
        assertThat(comment).as("a reply finds the comment").endsWith("#comment-" + target[0]);
    }

    private String post(String user, String path, String form) throws Exception {
        HttpResponse<String> answer =
                wiki.send("POST", user, path, "application/x-www-form-urlencoded;charset=UTF-8", form);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private List<Email> mails(int count) throws InterruptedException {
        Instant end = Instant.now().plus(Duration.ofSeconds(10));
        while (wiki.services.sent.size() < count && Instant.now().isBefore(end)) {
            Thread.sleep(20);
        }
        assertThat(wiki.services.sent).hasSize(count);
        return wiki.services.sent;
    }
}

package org.incomingmail.dev.content;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.atlassian.confluence.core.ContentEntityObject;
import com.atlassian.confluence.event.events.content.comment.CommentCreateEvent;
import com.atlassian.confluence.event.events.content.page.PageCreateEvent;
import com.atlassian.confluence.mail.notification.Notification;
import com.atlassian.confluence.pages.Attachment;
import com.atlassian.confluence.pages.Comment;
import com.atlassian.confluence.pages.Page;
import com.atlassian.confluence.security.Permission;
import com.atlassian.confluence.security.PermissionManager;
import com.atlassian.confluence.spaces.Space;
import com.atlassian.confluence.user.AuthenticatedUserThreadLocal;
import com.atlassian.event.api.EventPublisher;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.incomingmail.dev.content.markup.StorageFormatException;
import org.incomingmail.dev.content.store.AttachmentFiles;
import org.incomingmail.dev.content.store.Grant;
import org.incomingmail.dev.content.store.Grant.Right;
import org.incomingmail.dev.content.wiki.DuplicateTitleException;
import org.incomingmail.dev.content.wiki.InvalidContentException;
import org.incomingmail.dev.content.wiki.People;
import org.incomingmail.dev.content.wiki.StaleContentException;
import org.incomingmail.dev.content.wiki.Wiki;
import org.incomingmail.dev.services.Database;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What apps and screens may expect of the wiki, on whatever database. */
abstract class WikiContract implements EventPublisher {

    @TempDir
    Path home;

    private final List<Object> events = new ArrayList<>();
    private final Folk folk = new Folk();
    private Instant now = Instant.parse("2026-11-24T12:00:00Z");
    private Wiki wiki;
    private Space demo;

    abstract Database database() throws Exception;

    @BeforeEach
    void open() throws Exception {
        InstantSource clock = () -> now;
        wiki = Wiki.on(
                database(),
                new AttachmentFiles(home.resolve("attachments"), clock),
                new People(folk, folk),
                this,
                clock);
        new DemoContent(wiki).createOnce();
        demo = space("DEMO");
        events.clear();
        AuthenticatedUserThreadLocal.set(Folk.ALICE);
    }

    @AfterEach
    void leave() {
        wiki.database().close();
        AuthenticatedUserThreadLocal.reset();
    }

    @Test
    void seedIsMadeOnce() {
        new DemoContent(wiki).createOnce();
        assertThat(wiki.spaces().getAllSpaces()).extracting(Space::getKey).containsExactly("DEMO", "TEAM");
        assertThat(home(demo).getTitle()).isEqualTo("Demo Space Home");
        assertThat(space("demo").getKey()).as("keys ignore case").isEqualTo("DEMO");
        assertThat(wiki.spaces().getSpace("NONE")).isNull();
    }

    @Test
    void savedPageIsFoundAgainWithEverythingOnIt() {
        Page saved = page("Grüße 日本語", "<p>Text&nbsp;&auml;</p>");
        Page found = Objects.requireNonNull(wiki.pages().getPage("demo", "GRÜSSE 日本語".replace("SS", "ß")));
        assertThat(found.getId()).isEqualTo(saved.getId());
        assertThat(found.getTitle()).isEqualTo("Grüße 日本語");
        assertThat(found.getBodyAsString()).isEqualTo("<p>Text&nbsp;&auml;</p>");
        assertThat(found.getCreator()).isEqualTo(Folk.ALICE);
        assertThat(found.getVersion()).isEqualTo(1);
        assertThat(Objects.requireNonNull(found.getParent()).getTitle()).isEqualTo("Demo Space Home");
        assertThat(found.getSpaceKey()).isEqualTo("DEMO");
        assertThat(events).singleElement().isInstanceOf(PageCreateEvent.class);
    }

    @Test
    void titleIsUniqueInItsSpaceIgnoringCase() {
        page("Minutes", "");
        assertThatThrownBy(() -> page("MINUTES", ""))
                .isInstanceOf(DuplicateTitleException.class)
                .hasMessageContaining("already exists")
                .hasMessageContaining("MINUTES");
        Page elsewhere = new Page();
        elsewhere.setSpace(space("TEAM"));
        elsewhere.setTitle("Minutes");
        wiki.pages().saveContentEntity(elsewhere, null);
        assertThat(elsewhere.getId()).isPositive();
    }

    @Test
    void twoWritersOfOneTitleAtOnceLeaveOnePage() throws Exception {
        CountDownLatch written = new CountDownLatch(1);
        CompletableFuture<Boolean> second = CompletableFuture.supplyAsync(() -> {
            try {
                written.await();
                page("RACE", "");
                return true;
            } catch (InterruptedException | RuntimeException e) {
                return false;
            }
        });
        wiki.database().inTransaction(() -> {
            page("Race", "");
            written.countDown();
            return true;
        });
        assertThat(second.get(20, TimeUnit.SECONDS))
                .as("the second writer is refused")
                .isFalse();
        assertThat(wiki.pages().rows(demo))
                .filteredOn(row -> row.title().equalsIgnoreCase("race"))
                .hasSize(1);
    }

    @Test
    void deletedPageFreesItsTitleAndLiftsItsChildren() {
        Page parent = page("Parent", "");
        Page child = page("Child", "");
        child.setParentPage(parent);
        wiki.pages().saveContentEntity(child, null);
        wiki.pages().remove(parent);

        assertThat(wiki.pages().getPage("DEMO", "Parent")).isNull();
        assertThat(Objects.requireNonNull(wiki.pages().getPage(parent.getId())).isDeleted())
                .isTrue();
        Page lifted = Objects.requireNonNull(wiki.pages().getPage(child.getId()));
        assertThat(Objects.requireNonNull(lifted.getParent()).getId())
                .isEqualTo(home(demo).getId());
        assertThat(page("Parent", "").getId()).isNotEqualTo(parent.getId());
        assertThatThrownBy(() -> wiki.pages().remove(home(demo))).isInstanceOf(InvalidContentException.class);
    }

    @Test
    void bodyThatIsNotWellFormedIsRefused() {
        for (String body : List.of("<p>open", "<p>&unknown;</p>", "<x:y/>", "a & b", "<!DOCTYPE a><p/>", "\u0001")) {
            assertThatThrownBy(() -> page("Bad", body))
                    .as(body)
                    .isInstanceOf(StorageFormatException.class)
                    .hasMessageStartingWith("Error parsing xhtml: ");
        }
        assertThat(wiki.pages().getPage("DEMO", "Bad")).isNull();
    }

    @Test
    void titlesThatCannotBeShownAreRefused() {
        for (String title : List.of(" ", "x".repeat(256), "a\nb", "a\u0000b")) {
            assertThatThrownBy(() -> page(title, "")).isInstanceOf(InvalidContentException.class);
        }
        assertThat(page("x".repeat(255), "").getId()).isPositive();
    }

    @Test
    void pageCannotLieBelowItself() {
        Page top = page("Top", "");
        Page below = page("Below", "");
        below.setParentPage(top);
        wiki.pages().saveContentEntity(below, null);
        top.setParentPage(below);
        assertThatThrownBy(() -> wiki.pages().saveContentEntity(top, null)).isInstanceOf(InvalidContentException.class);
    }

    @Test
    void secondEditorOfTheSameVersionIsToldSo() {
        Page page = page("Shared", "<p>1</p>");
        Page first = Objects.requireNonNull(wiki.pages().getPage(page.getId()));
        Page second = Objects.requireNonNull(wiki.pages().getPage(page.getId()));
        first.setBodyAsString("<p>2</p>");
        wiki.pages().saveContentEntity(first, null);
        second.setBodyAsString("<p>3</p>");
        assertThat(first.getVersion()).isEqualTo(2);
        assertThatThrownBy(() -> wiki.pages().saveContentEntity(second, null))
                .isInstanceOf(StaleContentException.class);
        assertThat(Objects.requireNonNull(wiki.pages().getPage(page.getId())).getBodyAsString())
                .isEqualTo("<p>2</p>");
    }

    @Test
    void commentsMakeThreads() {
        Page page = page("Talk", "");
        Comment first = wiki.comments().addCommentToObject(page, null, "<p>first</p>");
        Comment reply = wiki.comments().addCommentToObject(page, first, "<p>reply</p>");

        Comment found = Objects.requireNonNull(wiki.comments().getComment(reply.getId()));
        assertThat(Objects.requireNonNull(found.getParent()).getId()).isEqualTo(first.getId());
        assertThat(Objects.requireNonNull(found.getContainer()).getId()).isEqualTo(page.getId());
        assertThat(found.getUrlPath()).endsWith("&focusedCommentId=" + reply.getId() + "#comment-" + reply.getId());
        assertThat(wiki.comments().on(page)).hasSize(2);
        assertThat(events).filteredOn(CommentCreateEvent.class::isInstance).hasSize(2);
        assertThat(wiki.pages().getById(reply.getId())).isInstanceOf(Comment.class);

        wiki.comments().remove(first);
        assertThat(wiki.comments().on(page)).singleElement().satisfies(c -> assertThat(c.getParent())
                .isNull());
        Comment astray = new Comment();
        astray.setContainer(home(demo));
        astray.setParent(reply);
        assertThatThrownBy(() -> wiki.comments().saveContentEntity(astray, null))
                .isInstanceOf(InvalidContentException.class);
    }

    @Test
    void attachmentIsStreamedStoredAndReadBack() throws IOException {
        Page page = page("Files", "");
        Attachment saved = attach(page, "報告 1.txt", null, "one");
        Attachment found = Objects.requireNonNull(wiki.attachments().getAttachment(page, "報告 1.txt"));
        assertThat(found.getId()).isEqualTo(saved.getId());
        assertThat(found.getFileSize()).isEqualTo(3);
        assertThat(read(found)).isEqualTo("one");
        assertThatThrownBy(() -> attach(page, "報告 1.txt", null, "two")).isInstanceOf(DuplicateTitleException.class);

        attach(page, "報告 1.txt", found, "second");
        Attachment second = Objects.requireNonNull(wiki.attachments().getAttachment(page, "報告 1.txt"));
        assertThat(second.getVersion()).isEqualTo(2);
        assertThat(second.getId()).isEqualTo(saved.getId());
        assertThat(read(second)).isEqualTo("second");
        assertThat(wiki.attachments().getLatestVersionsOfAttachments(page)).hasSize(1);
        assertThat(files()).hasSize(1);
        for (String name : List.of("../x", "a\\b", "", "..")) {
            assertThatThrownBy(() -> attach(page, name, null, "x")).isInstanceOf(InvalidContentException.class);
        }
        assertThat(files()).hasSize(1);

        wiki.attachments().remove(second);
        assertThat(wiki.attachments().getAttachment(page, "報告 1.txt")).isNull();
        assertThat(files()).isEmpty();
    }

    @Test
    void rollbackLeavesNoTraceOfPageCommentOrAttachment() throws IOException {
        assertThatThrownBy(() -> wiki.database().inTransaction(() -> {
                    Page page = page("Undone", "");
                    wiki.comments().addCommentToObject(page, null, "<p>undone</p>");
                    try {
                        attach(page, "a.txt", null, "bytes");
                    } catch (IOException e) {
                        throw new IllegalStateException(e);
                    }
                    wiki.properties().setStringProperty(page, "k", "v");
                    throw new IllegalArgumentException("rolled back");
                }))
                .hasMessage("rolled back");
        assertThat(wiki.pages().getPage("DEMO", "Undone")).isNull();
        assertThat(files()).as("the orphan waits for the sweep").hasSize(1);
        now = Instant.now();
        assertThat(wiki.attachments().sweep()).as("too young to be an orphan").isZero();
        now = now.plus(Duration.ofHours(2));
        attachAgain();
        assertThat(wiki.attachments().sweep()).isEqualTo(1);
        assertThat(files()).as("what has a row stays").hasSize(1);
    }

    @Test
    void permissionsFollowTheGrantsOfTheSpace() {
        Page inDemo = page("Page", "");
        Comment comment = wiki.comments().addCommentToObject(inDemo, null, "<p/>");
        Space team = space("TEAM");
        PermissionManager can = wiki.permissions();

        assertThat(can.hasCreatePermission(Folk.ALICE, demo, Page.class)).isTrue();
        assertThat(can.hasCreatePermission(Folk.ALICE, inDemo, Comment.class)).isTrue();
        assertThat(can.hasCreatePermission(Folk.ALICE, inDemo, Attachment.class))
                .isTrue();
        assertThat(can.hasCreatePermission(Folk.ALICE, comment, Attachment.class))
                .isTrue();
        assertThat(can.hasPermission(Folk.ALICE, Permission.EDIT, comment)).isTrue();
        assertThat(can.hasPermission(Folk.BOB, Permission.EDIT, comment)).isFalse();
        assertThat(can.hasPermission(Folk.ALICE, Permission.ADMINISTER, demo)).isFalse();

        assertThat(can.hasPermission(Folk.ALICE, Permission.VIEW, team)).isTrue();
        assertThat(can.hasCreatePermission(Folk.ALICE, team, Page.class)).isFalse();
        assertThat(can.hasCreatePermission(Folk.ALICE, home(team), Comment.class))
                .isTrue();
        assertThat(can.hasCreatePermission(Folk.ALICE, home(team), Attachment.class))
                .isFalse();
        assertThat(can.hasCreatePermission(Folk.ADMIN, team, Page.class)).isTrue();

        for (Person nobody : new @Nullable Person[] {null, Folk.STRANGER}) {
            assertThat(can.hasPermission(nobody, Permission.VIEW, inDemo)).isFalse();
            assertThat(can.hasCreatePermission(nobody, inDemo, Comment.class)).isFalse();
        }
        assertThat(can.hasPermission(Folk.ADMIN, Permission.ADMINISTER, PermissionManager.TARGET_SYSTEM))
                .isTrue();
        assertThat(can.hasPermission(Folk.ALICE, Permission.ADMINISTER, PermissionManager.TARGET_APPLICATION))
                .isFalse();
        folk.deactivated.add("alice");
        assertThat(can.hasPermission(Folk.ALICE, Permission.VIEW, inDemo)).isFalse();
    }

    @Test
    void grantsCanBeChanged() {
        wiki.spaces()
                .grant(
                        demo,
                        Set.of(
                                Grant.toUser(Right.VIEW, Folk.STRANGER.getKey().getStringValue()),
                                new Grant(Right.COMMENT, Grant.GranteeType.ANONYMOUS, "")));
        assertThat(wiki.permissions().hasPermission(Folk.STRANGER, Permission.VIEW, demo))
                .isTrue();
        assertThat(wiki.permissions().hasCreatePermission(Folk.STRANGER, home(demo), Comment.class))
                .isTrue();
        assertThat(wiki.permissions().hasPermission(Folk.ALICE, Permission.VIEW, demo))
                .isFalse();
        assertThat(wiki.permissions().hasCreatePermission(null, home(demo), Comment.class))
                .as("who can't see a space can't comment in it")
                .isFalse();
    }

    @Test
    void watchersAndPropertiesAreKept() {
        Page page = page("Watched", "");
        wiki.watches().addContentNotification(Folk.BOB, page);
        wiki.watches().addContentNotification(Folk.BOB, page);
        assertThat(wiki.watches().getNotificationsByContent(page))
                .extracting(Notification::getReceiver)
                .containsExactly(Folk.BOB);
        wiki.watches().unwatch(Folk.BOB, page);
        assertThat(wiki.watches().getNotificationsByContent(page)).isEmpty();
        assertThat(wiki.properties().getStringProperty(page, "k")).isNull();
        wiki.properties().setStringProperty(page, "k", "one");
        wiki.properties().setStringProperty(page, "k", "two");
        assertThat(wiki.properties().getStringProperty(page, "k")).isEqualTo("two");
    }

    @Override
    public void publish(Object event) {
        events.add(event);
    }

    @Override
    public void register(Object listener) {}

    @Override
    public void unregister(Object listener) {}

    private void attachAgain() throws IOException {
        attach(home(demo), "kept.txt", null, "kept");
    }

    private Page page(String title, String body) {
        Page page = new Page();
        page.setSpace(demo);
        page.setTitle(title);
        page.setBodyAsString(body);
        home(demo).addChild(page);
        wiki.pages().saveContentEntity(page, null);
        return page;
    }

    private Attachment attach(ContentEntityObject container, String name, @Nullable Attachment previous, String text)
            throws IOException {
        Attachment attachment = new Attachment(name, "text/plain; charset=UTF-8", text.length(), "");
        attachment.setContainer(container);
        wiki.attachments().saveAttachment(attachment, previous, new ByteArrayInputStream(text.getBytes(UTF_8)));
        return attachment;
    }

    private String read(Attachment attachment) throws IOException {
        try (InputStream data = wiki.attachments().getAttachmentData(attachment)) {
            return new String(data.readAllBytes(), UTF_8);
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> walk = Files.walk(home.resolve("attachments"))) {
            return walk.filter(Files::isRegularFile).toList();
        }
    }

    private Space space(String key) {
        return Objects.requireNonNull(wiki.spaces().getSpace(key));
    }

    private static Page home(Space space) {
        return Objects.requireNonNull(space.getHomePage());
    }
}

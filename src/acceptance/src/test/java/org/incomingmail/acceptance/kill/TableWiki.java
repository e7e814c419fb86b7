package org.incomingmail.acceptance.kill;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.incomingmail.dev.services.Database;
import org.incomingmail.engine.wiki.NewAttachment;
import org.incomingmail.engine.wiki.Wiki;
import org.incomingmail.engine.wiki.WikiContent;
import org.incomingmail.engine.wiki.WikiContent.Kind;
import org.incomingmail.engine.wiki.WikiUser;
import org.jspecify.annotations.Nullable;

/** A wiki of two tables in the app's database: one space, one user who may do everything. No title is unique, so that a double shows. */
final class TableWiki implements Wiki {
    static final WikiUser ALICE = new WikiUser("alice-key", "alice", "Alice", "alice@wiki.test");
    static final String SPACE = "DEMO";
    private final Database database;

    TableWiki(Database database) {
        this.database = database;
    }

    /** With one page, which has the id 1 and takes the comments. */
    void create() {
        database.jdbi().useHandle(db -> {
            db.execute("CREATE TABLE IF NOT EXISTS killed_content"
                    + " (id BIGINT PRIMARY KEY, kind VARCHAR(20), title VARCHAR(255), body VARCHAR(20000))");
            db.execute(
                    "CREATE TABLE IF NOT EXISTS killed_file (content_id BIGINT, name VARCHAR(255), digest VARCHAR(64))");
            if (content(1).isEmpty()) {
                add(Kind.PAGE, "Home", "");
            }
        });
    }

    void tell() {
        database.jdbi().useHandle(db -> {
            db.createQuery("SELECT kind, title, body FROM killed_content WHERE id > 1 ORDER BY id")
                    .map((row, context) ->
                            row.getString("kind") + " " + name(row.getString("title"), row.getString("body")))
                    .forEach(Said.CONTENT::say);
            db.createQuery("SELECT name, digest FROM killed_file ORDER BY name")
                    .map((row, context) -> row.getString("digest") + " " + row.getString("name"))
                    .forEach(Said.FILE::say);
        });
    }

    /** A comment has no title of its own: its text is the mail's subject. */
    private static String name(String title, String body) {
        return title.isEmpty() ? body.replaceAll("<[^>]*>", "").strip() : title;
    }

    private WikiContent add(Kind kind, String title, String body) {
        long id = database.jdbi().withHandle(db -> {
            long next = db.createQuery("SELECT coalesce(max(id), 0) + 1 FROM killed_content")
                    .mapTo(Long.class)
                    .one();
            db.execute("INSERT INTO killed_content VALUES (?, ?, ?, ?)", next, kind.name(), title, body);
            return next;
        });
        return content(id).orElseThrow();
    }

    @Override
    public Optional<WikiContent> content(long id) {
        return database.jdbi().withHandle(db -> db.createQuery("SELECT kind, title FROM killed_content WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> {
                    Kind kind = Kind.valueOf(row.getString("kind"));
                    long page = kind == Kind.COMMENT ? 1 : id;
                    return new WikiContent(
                            id, kind, page, Optional.empty(), row.getString("title"), SPACE, "http://wiki.test/" + id);
                })
                .findOne());
    }

    @Override
    public WikiContent createPage(
            WikiUser author, String spaceKey, @Nullable Long parentPageId, String title, String storageFormat) {
        return add(Kind.PAGE, title, storageFormat);
    }

    @Override
    public WikiContent createComment(
            WikiUser author, long pageId, @Nullable Long parentCommentId, String storageFormat) {
        return add(Kind.COMMENT, "", storageFormat);
    }

    @Override
    public WikiContent createBlogPost(WikiUser author, String spaceKey, String title, String storageFormat) {
        return add(Kind.BLOG_POST, title, storageFormat);
    }

    @Override
    public void replaceBody(WikiUser author, long contentId, String storageFormat) {
        database.jdbi()
                .useHandle(
                        db -> db.execute("UPDATE killed_content SET body = ? WHERE id = ?", storageFormat, contentId));
    }

    @Override
    public void attach(WikiUser author, long contentId, NewAttachment attachment) throws IOException {
        try (InputStream bytes = attachment.source().open()) {
            String digest = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.readAllBytes()));
            database.jdbi()
                    .useHandle(db -> db.execute(
                            "INSERT INTO killed_file VALUES (?, ?, ?)", contentId, attachment.name(), digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public List<WikiUser> usersByEmail(String address) {
        return address.equalsIgnoreCase(ALICE.email()) ? List.of(ALICE) : List.of();
    }

    @Override
    public Optional<WikiUser> user(String userKey) {
        return userKey.equals(ALICE.key()) ? Optional.of(ALICE) : Optional.empty();
    }

    @Override
    public Optional<String> spaceKey(String key) {
        return key.equalsIgnoreCase(SPACE) ? Optional.of(SPACE) : Optional.empty();
    }

    @Override
    public Optional<WikiContent> contentOfHostNotification(Map<String, List<String>> headers) {
        return Optional.empty();
    }

    @Override
    public boolean mayCreatePage(WikiUser user, String spaceKey) {
        return true;
    }

    @Override
    public boolean mayCreateBlogPost(WikiUser user, String spaceKey) {
        return true;
    }

    @Override
    public boolean mayView(WikiUser user, long contentId) {
        return true;
    }

    @Override
    public boolean mayComment(WikiUser user, long pageId) {
        return true;
    }

    @Override
    public boolean mayAttach(WikiUser user, long contentId) {
        return true;
    }

    @Override
    public boolean titleTaken(String spaceKey, String title) {
        return false;
    }

    @Override
    public boolean blogTitleTaken(String spaceKey, String title) {
        return false;
    }

    @Override
    public void label(WikiUser author, long contentId, List<String> labels) {
        throw new UnsupportedOperationException("no rule wants labels");
    }

    @Override
    public void watch(WikiUser user, long contentId) {
        throw new UnsupportedOperationException("no rule wants watchers");
    }
}

package org.incomingmail.engine.delivery;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.incomingmail.engine.wiki.NewAttachment;
import org.incomingmail.engine.wiki.Wiki;
import org.incomingmail.engine.wiki.WikiContent;
import org.incomingmail.engine.wiki.WikiUser;
import org.jspecify.annotations.Nullable;

/** A wiki in memory with one space that everybody may write to. */
public final class MemoryWiki implements Wiki {
    final List<WikiUser> users = new ArrayList<>();
    final List<WikiContent> contents = new ArrayList<>();
    final Map<Long, String> bodies = new HashMap<>();
    final Map<Long, List<String>> labels = new HashMap<>();
    final Map<Long, Set<String>> watchers = new HashMap<>();
    final List<String> files = new ArrayList<>();
    boolean writable = true;
    boolean broken;

    @Override
    public List<WikiUser> usersByEmail(String address) {
        return users.stream()
                .filter(user -> user.email().equalsIgnoreCase(address))
                .toList();
    }

    @Override
    public Optional<WikiUser> user(String userKey) {
        return users.stream().filter(user -> user.key().equals(userKey)).findFirst();
    }

    @Override
    public Optional<String> spaceKey(String key) {
        return key.equalsIgnoreCase("DEMO") ? Optional.of("DEMO") : Optional.empty();
    }

    @Override
    public Optional<WikiContent> content(long id) {
        return contents.stream().filter(content -> content.id() == id).findFirst();
    }

    @Override
    public Optional<WikiContent> contentOfHostNotification(Map<String, List<String>> headers) {
        return Optional.empty();
    }

    @Override
    public boolean mayCreatePage(WikiUser user, String spaceKey) {
        return writable;
    }

    @Override
    public boolean mayCreateBlogPost(WikiUser user, String spaceKey) {
        return writable;
    }

    @Override
    public boolean mayView(WikiUser user, long contentId) {
        return true;
    }

    @Override
    public boolean mayComment(WikiUser user, long pageId) {
        return writable;
    }

    @Override
    public boolean mayAttach(WikiUser user, long contentId) {
        return true;
    }

    @Override
    public boolean titleTaken(String spaceKey, String title) {
        return contents.stream().anyMatch(content -> content.title().equals(title));
    }

    @Override
    public boolean blogTitleTaken(String spaceKey, String title) {
        return titleTaken(spaceKey, title);
    }

    @Override
    public WikiContent createPage(WikiUser author, String spaceKey, @Nullable Long parent, String title, String body) {
        if (broken) {
            throw new IllegalStateException("no page can be made");
        }
        return add(WikiContent.Kind.PAGE, null, title, body);
    }

    @Override
    public WikiContent createBlogPost(WikiUser author, String spaceKey, String title, String body) {
        return add(WikiContent.Kind.BLOG_POST, null, title, body);
    }

    @Override
    public WikiContent createComment(WikiUser author, long pageId, @Nullable Long parent, String body) {
        return add(WikiContent.Kind.COMMENT, pageId, "", body);
    }

    private WikiContent add(WikiContent.Kind kind, @Nullable Long pageId, String title, String body) {
        long id = contents.size() + 1L;
        WikiContent content = new WikiContent(
                id, kind, pageId == null ? id : pageId, Optional.empty(), title, "DEMO", "http://wiki/" + id);
        contents.add(content);
        bodies.put(id, body);
        return content;
    }

    @Override
    public void label(WikiUser author, long contentId, List<String> names) {
        labels.put(contentId, names);
    }

    @Override
    public void watch(WikiUser user, long contentId) {
        watchers.computeIfAbsent(contentId, id -> new HashSet<>()).add(user.username());
    }

    @Override
    public void attach(WikiUser author, long contentId, NewAttachment attachment) {
        files.add(attachment.name());
    }

    @Override
    public void replaceBody(WikiUser author, long contentId, String storageFormat) {
        bodies.put(contentId, storageFormat);
    }
}

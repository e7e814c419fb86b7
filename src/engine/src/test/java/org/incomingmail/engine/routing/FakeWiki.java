package org.incomingmail.engine.routing;

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

/** A wiki to ask; nothing is written here. */
final class FakeWiki implements Wiki {
    final List<WikiUser> users = new ArrayList<>();
    final Map<Long, WikiContent> contents = new HashMap<>();
    final Set<String> titles = new HashSet<>();
    final Set<String> blogTitles = new HashSet<>();
    final Set<String> readOnlySpaces = new HashSet<>();
    final Set<Long> hidden = new HashSet<>();

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
        return List.of("DEMO", "DEV", "READ").stream()
                .filter(key::equalsIgnoreCase)
                .findFirst();
    }

    @Override
    public Optional<WikiContent> content(long id) {
        return Optional.ofNullable(contents.get(id));
    }

    @Override
    public Optional<WikiContent> contentOfHostNotification(Map<String, List<String>> headers) {
        return headers.containsKey("x-host-content")
                ? content(Long.parseLong(headers.get("x-host-content").get(0)))
                : Optional.empty();
    }

    @Override
    public boolean mayCreatePage(WikiUser user, String spaceKey) {
        return !readOnlySpaces.contains(spaceKey);
    }

    @Override
    public boolean mayCreateBlogPost(WikiUser user, String spaceKey) {
        return !readOnlySpaces.contains(spaceKey);
    }

    @Override
    public boolean blogTitleTaken(String spaceKey, String title) {
        return blogTitles.contains(title);
    }

    @Override
    public WikiContent createBlogPost(WikiUser author, String spaceKey, String title, String body) {
        throw new AssertionError("Routing writes nothing");
    }

    @Override
    public void label(WikiUser author, long contentId, List<String> labels) {
        throw new AssertionError("Routing writes nothing");
    }

    @Override
    public void watch(WikiUser user, long contentId) {
        throw new AssertionError("Routing writes nothing");
    }

    @Override
    public boolean mayView(WikiUser user, long contentId) {
        return !hidden.contains(contentId);
    }

    @Override
    public boolean mayComment(WikiUser user, long pageId) {
        return !hidden.contains(pageId);
    }

    @Override
    public boolean mayAttach(WikiUser user, long contentId) {
        return true;
    }

    @Override
    public boolean titleTaken(String spaceKey, String title) {
        return titles.contains(title);
    }

    @Override
    public WikiContent createPage(WikiUser author, String spaceKey, @Nullable Long parent, String title, String body) {
        throw new AssertionError("Routing writes nothing");
    }

    @Override
    public WikiContent createComment(WikiUser author, long pageId, @Nullable Long parent, String body) {
        throw new AssertionError("Routing writes nothing");
    }

    @Override
    public void attach(WikiUser author, long contentId, NewAttachment attachment) {
        throw new AssertionError("Routing writes nothing");
    }

    @Override
    public void replaceBody(WikiUser author, long contentId, String storageFormat) {
        throw new AssertionError("Routing writes nothing");
    }
}

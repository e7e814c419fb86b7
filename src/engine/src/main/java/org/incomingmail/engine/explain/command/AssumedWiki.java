package org.incomingmail.engine.explain.command;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.incomingmail.engine.message.MailAddress;
import org.incomingmail.engine.wiki.NewAttachment;
import org.incomingmail.engine.wiki.Wiki;
import org.incomingmail.engine.wiki.WikiContent;
import org.incomingmail.engine.wiki.WikiUser;
import org.jspecify.annotations.Nullable;

/**
 * The wiki of the command line, which has none: it says what the options say. Unless they name users or spaces, every
 * sender is a user, every space exists, and everybody may do everything.
 */
final class AssumedWiki implements Wiki {
    private final Options options;

    AssumedWiki(Options options) {
        this.options = options;
    }

    @Override
    public List<WikiUser> usersByEmail(String address) {
        return MailAddress.spellings(address.toLowerCase(Locale.ROOT)).stream()
                .flatMap(spelling -> user(spelling).stream())
                .limit(1)
                .toList();
    }

    @Override
    public Optional<WikiUser> user(String userKey) {
        boolean known = options.users().isEmpty()
                || options.users().stream().anyMatch(address -> address.equalsIgnoreCase(userKey));
        return known ? Optional.of(new WikiUser(userKey, userKey, userKey, userKey)) : Optional.empty();
    }

    @Override
    public Optional<String> spaceKey(String key) {
        if (options.spaces().isEmpty()) {
            return key.matches("~?[A-Za-z0-9._-]{1,255}") ? Optional.of(key) : Optional.empty();
        }
        return options.spaces().stream().filter(key::equalsIgnoreCase).findFirst();
    }

    /** Whatever is answered is there: a page. */
    @Override
    public Optional<WikiContent> content(long id) {
        return Optional.of(
                new WikiContent(id, WikiContent.Kind.PAGE, id, Optional.empty(), "Page " + id, options.space(), ""));
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
    public boolean blogTitleTaken(String spaceKey, String title) {
        return false;
    }

    @Override
    public WikiContent createBlogPost(WikiUser author, String spaceKey, String title, String storageFormat) {
        throw writes();
    }

    @Override
    public void label(WikiUser author, long contentId, List<String> labels) {
        throw writes();
    }

    @Override
    public void watch(WikiUser user, long contentId) {
        throw writes();
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
    public WikiContent createPage(
            WikiUser author, String spaceKey, @Nullable Long parentPageId, String title, String storageFormat) {
        throw writes();
    }

    @Override
    public WikiContent createComment(
            WikiUser author, long pageId, @Nullable Long parentCommentId, String storageFormat) {
        throw writes();
    }

    @Override
    public void attach(WikiUser author, long contentId, NewAttachment attachment) {
        throw writes();
    }

    @Override
    public void replaceBody(WikiUser author, long contentId, String storageFormat) {
        throw writes();
    }

    private static UnsupportedOperationException writes() {
        return new UnsupportedOperationException("Explaining writes nothing");
    }
}

package org.incomingmail.dev.content.screens;

import com.atlassian.confluence.core.ContentEntityObject;
import com.atlassian.confluence.pages.AbstractPage;
import com.atlassian.confluence.pages.Attachment;
import com.atlassian.confluence.pages.Comment;
import com.atlassian.confluence.pages.Page;
import com.atlassian.confluence.security.Permission;
import com.atlassian.confluence.spaces.Space;
import com.atlassian.confluence.user.ConfluenceUser;
import com.google.template.soy.data.SanitizedContent.ContentKind;
import com.google.template.soy.data.UnsafeSanitizedContentOrdainer;
import java.text.DateFormat;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Date;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.incomingmail.dev.content.markup.StorageRenderer;
import org.jspecify.annotations.Nullable;

/** Content as templates take it. */
final class Shown {

    private final Visit visit;

    Shown(Visit visit) {
        this.visit = visit;
    }

    Map<String, Object> page(AbstractPage page) {
        Map<String, Object> shown = entity(page);
        shown.put("title", page.getTitle());
        shown.put("body", html(page));
        shown.put("link", page.getUrlPath());
        shown.put("labels", visit.wiki().labels().of(page));
        return shown;
    }

    /** Pages above this one, the top one first. */
    List<Map<String, Object>> ancestors(Page page) {
        Deque<Map<String, Object>> ancestors = new ArrayDeque<>();
        for (Page above = page.getParent(); above != null; above = above.getParent()) {
            ancestors.push(Map.of("title", above.getTitle(), "link", above.getUrlPath()));
        }
        return List.copyOf(ancestors);
    }

    /** The whole thread in reading order; deeper than 8 goes no further to the right. */
    List<Map<String, Object>> thread(ContentEntityObject container, long focused) {
        List<Map<String, Object>> thread = new ArrayList<>();
        addReplies(visit.wiki().comments().on(container), null, 0, focused, thread);
        return thread;
    }

    List<Map<String, Object>> attachments(ContentEntityObject container) {
        List<Map<String, Object>> shown = new ArrayList<>();
        for (Attachment each : visit.wiki().attachments().getLatestVersionsOfAttachments(container)) {
            Map<String, Object> entry = entity(each);
            entry.put("fileName", each.getFileName());
            entry.put("link", each.getUrlPath());
            entry.put("size", size(each.getFileSize()));
            entry.put("version", each.getVersion());
            entry.put("mayRemove", visit.wiki().permissions().mayRemove(visit.user(), each));
            shown.add(entry);
        }
        return shown;
    }

    static Map<String, Object> space(Space space) {
        return Map.of("key", space.getKey(), "name", space.getName(), "link", "/display/" + space.getKey());
    }

    String date(Date date) {
        Locale language = visit.request().getLocale();
        return DateFormat.getDateTimeInstance(DateFormat.MEDIUM, DateFormat.SHORT, language)
                .format(date);
    }

    static String author(@Nullable ConfluenceUser creator) {
        return creator == null ? "Anonymous" : creator.getFullName();
    }

    private void addReplies(
            List<Comment> all, @Nullable Comment parent, int depth, long focused, List<Map<String, Object>> thread) {
        for (Comment comment : all) {
            Comment above = comment.getParent();
            if (parent == null ? above == null : above != null && above.getId() == parent.getId()) {
                Map<String, Object> shown = entity(comment);
                shown.put("body", html(comment));
                shown.put("depth", Math.min(depth, 8));
                shown.put("focused", comment.getId() == focused);
                shown.put("link", comment.getUrlPath());
                shown.put("attachments", attachments(comment));
                shown.put("mayRemove", visit.wiki().permissions().mayRemove(visit.user(), comment));
                thread.add(shown);
                addReplies(all, comment, depth + 1, focused, thread);
            }
        }
    }

    private Map<String, Object> entity(ContentEntityObject content) {
        Map<String, Object> shown = new HashMap<>();
        shown.put("id", Long.toString(content.getId()));
        shown.put("author", author(content.getCreator()));
        shown.put("created", date(content.getCreationDate()));
        shown.put("modified", date(content.getLastModificationDate()));
        shown.put("edited", content.getVersion() > 1);
        shown.put("mayEdit", visit.may(Permission.EDIT, content));
        return shown;
    }

    // the renderer lets nothing through that could run
    private Object html(ContentEntityObject content) {
        Links links = new Links(visit.wiki(), visit.user(), visit.request().getContextPath(), content);
        return UnsafeSanitizedContentOrdainer.ordainAsSafe(
                StorageRenderer.render(content.getBodyAsString(), links), ContentKind.HTML);
    }

    private static String size(long bytes) {
        if (bytes < 1024) {
            return bytes + " B";
        }
        return bytes < 1024 * 1024 ? (bytes + 512) / 1024 + " kB" : (bytes * 10 / (1024 * 1024)) / 10.0 + " MB";
    }
}

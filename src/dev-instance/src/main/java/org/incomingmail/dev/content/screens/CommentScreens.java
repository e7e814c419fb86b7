package org.incomingmail.dev.content.screens;

import com.atlassian.confluence.core.ContentEntityObject;
import com.atlassian.confluence.pages.AbstractPage;
import com.atlassian.confluence.pages.Comment;
import java.io.IOException;
import org.incomingmail.dev.content.markup.PlainText;
import org.incomingmail.dev.content.wiki.InvalidContentException;
import org.incomingmail.dev.content.wiki.Wiki;
import org.incomingmail.dev.house.Host;
import org.incomingmail.dev.house.Routes;

/** Adds and deletes comments; both go back to the page. */
final class CommentScreens {

    private CommentScreens() {}

    static void open(Routes routes, Wiki wiki, Host host) {
        routes.servlet("/pages/doaddcomment.action", new Add(wiki, host));
        routes.servlet("/pages/removecomment.action", new Remove(wiki, host));
    }

    private static final class Add extends Screen {

        private static final long serialVersionUID = 1L;

        Add(Wiki wiki, Host host) {
            super(wiki, host);
        }

        @Override
        void answer(Visit visit) throws IOException {
            AbstractPage page = visit.pageOrPost("pageId");
            if (!visit.isPost()) {
                visit.goTo(page.getUrlPath());
                return;
            }
            visit.demand(visit.mayCreate(page, Comment.class));
            if (visit.text("content").isEmpty()) {
                throw Refusal.badRequest("The comment is empty.");
            }
            Comment parent = visit.text("parentId").isEmpty()
                    ? null
                    : visit.visible(visit.wiki().comments().getComment(visit.number("parentId")));
            try {
                Comment added = visit.wiki()
                        .comments()
                        .addCommentToObject(page, parent, PlainText.toStorage(visit.text("content")));
                visit.goTo(added.getUrlPath());
            } catch (InvalidContentException e) {
                throw Refusal.badRequest(String.valueOf(e.getMessage()));
            }
        }
    }

    private static final class Remove extends Screen {

        private static final long serialVersionUID = 1L;

        Remove(Wiki wiki, Host host) {
            super(wiki, host);
        }

        @Override
        void answer(Visit visit) throws IOException {
            Comment comment = visit.visible(visit.wiki().comments().getComment(visit.number("commentId")));
            ContentEntityObject page = visit.visible(comment.getContainer());
            if (visit.isPost()) {
                visit.demand(visit.wiki().permissions().mayRemove(visit.user(), comment));
                visit.wiki().comments().remove(comment);
            }
            visit.goTo(page.getUrlPath());
        }
    }
}

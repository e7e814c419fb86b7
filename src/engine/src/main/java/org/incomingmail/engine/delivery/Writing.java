package org.incomingmail.engine.delivery;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.incomingmail.engine.publishing.Composition;
import org.incomingmail.engine.routing.Decision;
import org.incomingmail.engine.wiki.NewAttachment;
import org.incomingmail.engine.wiki.Wiki;
import org.incomingmail.engine.wiki.WikiContent;
import org.incomingmail.engine.wiki.WikiUser;

/** Writes a composed message into the wiki, in the caller's transaction. */
final class Writing {
    private final Wiki wiki;

    Writing(Wiki wiki) {
        this.wiki = wiki;
    }

    Walk.Outcome page(Decision.NewPage page, Composition composition) throws IOException {
        if (composition instanceof Composition.Nothing nothing) {
            return new Walk.Outcome.Rejected(nothing.code(), List.of());
        }
        Composition.Publication publication = (Composition.Publication) composition;
        WikiContent content = created(page, publication.storageFormat());
        attach(page.author(), content.id(), content.id(), publication);
        Decision.Extras extras = page.extras();
        if (!extras.labels().isEmpty()) {
            wiki.label(page.author(), content.id(), extras.labels());
        }
        extras.watchers().stream()
                .filter(user -> wiki.mayView(user, content.id()))
                .forEach(user -> wiki.watch(user, content.id()));
        return new Walk.Outcome.Published(content);
    }

    private WikiContent created(Decision.NewPage page, String storageFormat) {
        return page.extras().blogPost()
                ? wiki.createBlogPost(page.author(), page.spaceKey(), page.title(), storageFormat)
                : wiki.createPage(
                        page.author(), page.spaceKey(), page.parentPageId().orElse(null), page.title(), storageFormat);
    }

    Walk.Outcome reply(Decision.Reply reply, Composition composition) throws IOException {
        if (composition instanceof Composition.Nothing nothing) {
            return new Walk.Outcome.Rejected(nothing.code(), List.of());
        }
        Composition.Publication publication = (Composition.Publication) composition;
        WikiContent content = wiki.createComment(
                reply.author(), reply.pageId(), reply.parentCommentId().orElse(null), publication.storageFormat());
        // the wiki keeps the files of comments on the page
        attach(reply.author(), reply.pageId(), content.id(), publication);
        return new Walk.Outcome.Published(content);
    }

    private void attach(WikiUser author, long fileOwner, long contentId, Composition.Publication publication)
            throws IOException {
        if (publication.attachments().isEmpty()) {
            return;
        }
        if (!wiki.mayAttach(author, fileOwner)) {
            // the text counts: a link to a file that is not there would only confuse
            wiki.replaceBody(author, contentId, publication.storageFormat(name -> Optional.empty()));
            return;
        }
        for (NewAttachment attachment : publication.attachments()) {
            wiki.attach(author, fileOwner, attachment);
        }
    }
}

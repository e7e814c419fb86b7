package org.incomingmail.engine.server;

import java.util.Optional;
import org.incomingmail.engine.wiki.Wiki;
import org.incomingmail.engine.wiki.WikiContent;

/** Reads where mail becomes content. */
final class PublishingInput {
    private final Wiki wiki;

    PublishingInput(Wiki wiki) {
        this.wiki = wiki;
    }

    Publishing read(FieldReader fields) {
        Optional<String> entered = fields.text(Field.DEFAULT_SPACE, Limits.NAME);
        Optional<String> space = entered.flatMap(wiki::spaceKey);
        if (entered.isPresent() && space.isEmpty()) {
            fields.reject(Field.DEFAULT_SPACE, ServerCode.SPACE_UNKNOWN, entered.get());
        }
        Optional<Long> parent = fields.whole(Field.PARENT_PAGE);
        parent.ifPresent(page -> checkParent(fields, page, space));
        return new Publishing(space.orElse(null), parent.orElse(null), fields.yes(Field.NOTIFY_WATCHERS, false));
    }

    private void checkParent(FieldReader fields, long page, Optional<String> space) {
        Optional<WikiContent> content = wiki.content(page).filter(found -> found.kind() == WikiContent.Kind.PAGE);
        if (content.isEmpty()) {
            fields.reject(Field.PARENT_PAGE, ServerCode.PAGE_UNKNOWN, page);
        } else if (!fields.rejected(Field.DEFAULT_SPACE) && !space.equals(content.map(WikiContent::spaceKey))) {
            fields.reject(
                    Field.PARENT_PAGE, ServerCode.PAGE_ELSEWHERE, content.get().spaceKey());
        }
    }
}

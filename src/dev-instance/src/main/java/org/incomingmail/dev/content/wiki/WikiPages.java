package org.incomingmail.dev.content.wiki;

import com.atlassian.confluence.core.ContentEntityObject;
import com.atlassian.confluence.core.SaveContext;
import com.atlassian.confluence.pages.AbstractPage;
import com.atlassian.confluence.pages.BlogPost;
import com.atlassian.confluence.pages.Page;
import com.atlassian.confluence.pages.PageManager;
import com.atlassian.confluence.spaces.Space;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Calendar;
import java.util.List;
import org.incomingmail.dev.content.store.ContentRow;
import org.incomingmail.dev.content.store.ContentRow.Type;
import org.incomingmail.dev.content.store.ContentTable;
import org.incomingmail.dev.content.store.SpaceRow;
import org.incomingmail.dev.content.store.SpaceTable;
import org.incomingmail.dev.services.Database;
import org.jspecify.annotations.Nullable;

/** Pages: titles are unique per space, ignoring case. */
public final class WikiPages implements PageManager {

    private final Database database;
    private final ContentTable table;
    private final SpaceTable spaces;
    private final Entities entities;
    private final Contents contents;
    private final People people;
    private final InstantSource clock;

    WikiPages(
            Database database,
            ContentTable table,
            SpaceTable spaces,
            Entities entities,
            Contents contents,
            People people,
            InstantSource clock) {
        this.database = database;
        this.table = table;
        this.spaces = spaces;
        this.entities = entities;
        this.contents = contents;
        this.people = people;
        this.clock = clock;
    }

    @Override
    public @Nullable Page getPage(long id) {
        return table.byId(id)
                .filter(row -> row.type() == Type.PAGE)
                .map(entities::page)
                .orElse(null);
    }

    @Override
    public @Nullable Page getPage(String spaceKey, String pageTitle) {
        return spaces.byKey(spaceKey)
                .flatMap(space -> table.byUniqueName(Names.uniquePage(space.id(), pageTitle.strip())))
                .map(entities::page)
                .orElse(null);
    }

    @Override
    public @Nullable AbstractPage getAbstractPage(long id) {
        return table.byId(id)
                .map(entities::any)
                .filter(AbstractPage.class::isInstance)
                .map(AbstractPage.class::cast)
                .orElse(null);
    }

    @Override
    public @Nullable BlogPost getBlogPost(String spaceKey, String pageTitle, Calendar day) {
        LocalDate date = LocalDate.ofInstant(day.toInstant(), ZoneId.systemDefault());
        return spaces.byKey(spaceKey)
                .flatMap(space -> table.byUniqueName(Names.uniquePost(space.id(), pageTitle.strip(), date)))
                .map(entities::blogPost)
                .orElse(null);
    }

    /** Current blog posts of a space, the newest first. */
    public List<ContentRow> posts(Space space) {
        return table.posts(space.getId());
    }

    @Override
    public @Nullable ContentEntityObject getById(long id) {
        return contents.getById(id);
    }

    @Override
    public void saveContentEntity(ContentEntityObject content, @Nullable SaveContext saveContext) {
        contents.saveContentEntity(content, saveContext);
    }

    /** All current pages of a space by title: the page tree's rows. */
    public List<ContentRow> rows(Space space) {
        return table.pages(space.getId());
    }

    /** Current children by title. */
    public List<Page> children(Page page) {
        return table.childPages(page.getId()).stream().map(entities::page).toList();
    }

    /** Deletes a page; its children move up to its parent. */
    public void remove(Page page) {
        database.inTransaction(() -> {
            Space space = page.getSpace();
            Long home = space == null
                    ? null
                    : spaces.byId(space.getId()).map(SpaceRow::homePageId).orElse(null);
            if (home != null && home == page.getId()) {
                throw new InvalidContentException("The home page of a space can't be deleted.");
            }
            Page parent = page.getParent();
            table.moveChildren(page.getId(), parent == null ? null : parent.getId());
            table.delete(page.getId(), People.key(people.current()), clock.instant());
            return true;
        });
    }
}

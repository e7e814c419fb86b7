package org.incomingmail.dev.content.wiki;

import com.atlassian.confluence.core.SpaceContentEntityObject;
import com.atlassian.confluence.pages.Attachment;
import com.atlassian.confluence.pages.Comment;
import com.atlassian.confluence.pages.Page;
import com.atlassian.confluence.spaces.Space;
import com.atlassian.confluence.spaces.SpaceManager;
import com.atlassian.confluence.user.ConfluenceUser;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.incomingmail.dev.content.store.Grant;
import org.incomingmail.dev.content.store.GrantTable;
import org.incomingmail.dev.content.store.SpaceTable;
import org.incomingmail.dev.services.Database;
import org.jspecify.annotations.Nullable;

/** Spaces and what is granted in them. */
public final class Spaces implements SpaceManager {

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9]{1,255}");

    private final Database database;
    private final SpaceTable table;
    private final GrantTable grants;
    private final Entities entities;
    private final Contents contents;
    private final InstantSource clock;

    Spaces(
            Database database,
            SpaceTable table,
            GrantTable grants,
            Entities entities,
            Contents contents,
            InstantSource clock) {
        this.database = database;
        this.table = table;
        this.grants = grants;
        this.entities = entities;
        this.contents = contents;
        this.clock = clock;
    }

    @Override
    public @Nullable Space getSpace(String spaceKey) {
        return table.byKey(spaceKey).map(entities::space).orElse(null);
    }

    @Override
    public List<Space> getAllSpaces() {
        return table.all().stream().map(entities::space).toList();
    }

    /**
     * Creates a space with its home page.
     *
     * @param homeTitle the home page's title
     * @param homeBody its body in storage format
     */
    public Space create(
            String key,
            String name,
            @Nullable ConfluenceUser creator,
            Collection<Grant> granted,
            String homeTitle,
            String homeBody) {
        if (!KEY.matcher(key).matches()) {
            throw new InvalidContentException("A space key consists of 1 to 255 letters and digits: \"" + key + "\".");
        }
        String checkedName = Names.title(name);
        return database.inTransaction(() -> {
            if (table.byKey(key).isPresent()) {
                throw new DuplicateTitleException("A space already exists with key " + key);
            }
            long id = table.insert(key, checkedName, People.key(creator), clock.instant());
            grants.replace(id, granted);
            Space space = new Space(id, key, checkedName);
            Page home = new Page();
            home.setSpace(space);
            home.setTitle(homeTitle);
            home.setBodyAsString(homeBody);
            home.setCreator(creator);
            contents.saveContentEntity(home, null);
            table.setHomePage(id, home.getId());
            space.setHomePage(home);
            return space;
        });
    }

    public List<Grant> grants(Space space) {
        return grants.of(space.getId());
    }

    /** Puts these grants in the place of all there were. */
    public void grant(Space space, Collection<Grant> granted) {
        grants.replace(space.getId(), granted);
    }

    /** The space that content or a space lies in. */
    public static @Nullable Space of(@Nullable Object target) {
        if (target instanceof Space) {
            return (Space) target;
        }
        if (target instanceof Comment) {
            return of(((Comment) target).getContainer());
        }
        if (target instanceof Attachment && ((Attachment) target).getContainer() != null) {
            return of(((Attachment) target).getContainer());
        }
        return target instanceof SpaceContentEntityObject ? ((SpaceContentEntityObject) target).getSpace() : null;
    }
}

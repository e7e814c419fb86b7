package org.incomingmail.dev.content.wiki;

import com.atlassian.confluence.core.ContentEntityObject;
import com.atlassian.confluence.labels.Label;
import com.atlassian.confluence.labels.LabelManager;
import com.atlassian.confluence.labels.Labelable;
import java.util.List;
import java.util.Locale;
import org.incomingmail.dev.content.store.LabelTable;

/** Global labels of pages and blog posts, in lower case. */
public final class Labels implements LabelManager {

    private final LabelTable table;

    Labels(LabelTable table) {
        this.table = table;
    }

    @Override
    public int addLabel(Labelable content, Label label) {
        String name = label.getName().strip().toLowerCase(Locale.ROOT);
        if (!(content instanceof ContentEntityObject) || name.isEmpty() || name.length() > 255 || name.contains(" ")) {
            throw new InvalidContentException("\"" + label.getName() + "\" can't be a label.");
        }
        table.add(((ContentEntityObject) content).getId(), name);
        return of((ContentEntityObject) content).size();
    }

    /** In alphabetical order. */
    public List<String> of(ContentEntityObject content) {
        return table.of(content.getId());
    }
}

package org.incomingmail.dev.content.wiki;

import com.atlassian.confluence.core.ContentEntityObject;
import com.atlassian.confluence.core.ContentPropertyManager;
import org.incomingmail.dev.content.store.PropertyTable;
import org.jspecify.annotations.Nullable;

/** Small values kept with content. */
final class Properties implements ContentPropertyManager {

    private final PropertyTable table;

    Properties(PropertyTable table) {
        this.table = table;
    }

    @Override
    public @Nullable String getStringProperty(ContentEntityObject content, String key) {
        return table.get(content.getId(), key).orElse(null);
    }

    @Override
    public void setStringProperty(ContentEntityObject content, String key, String value) {
        table.set(content.getId(), key, value);
    }
}

package org.incomingmail.dev.sandbox;

import com.atlassian.plugin.web.Condition;
import java.util.Map;

/** Shows a menu entry to users only. */
final class ViewerIsLoggedIn implements Condition {
    @Override
    public void init(Map<String, String> parameters) {
        // takes none
    }

    @Override
    public boolean shouldDisplay(Map<String, Object> context) {
        return context.containsKey("user");
    }
}

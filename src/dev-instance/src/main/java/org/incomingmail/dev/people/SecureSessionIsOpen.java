package org.incomingmail.dev.people;

import com.atlassian.plugin.web.Condition;
import com.atlassian.sal.api.websudo.WebSudoManager;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;

/** Shows a menu entry only while the viewer has administrator access that can be dropped. */
final class SecureSessionIsOpen implements Condition {
    private final WebSudoManager sessions;

    SecureSessionIsOpen(WebSudoManager sessions) {
        this.sessions = sessions;
    }

    @Override
    public void init(Map<String, String> parameters) {
        // takes none
    }

    @Override
    public boolean shouldDisplay(Map<String, Object> context) {
        return context.get("request") instanceof HttpServletRequest request && sessions.canExecuteRequest(request);
    }
}

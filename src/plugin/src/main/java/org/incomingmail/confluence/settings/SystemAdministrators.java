package org.incomingmail.confluence.settings;

import com.atlassian.sal.api.user.UserManager;
import com.atlassian.sal.api.user.UserProfile;
import com.atlassian.sal.api.websudo.WebSudoManager;
import javax.inject.Inject;
import javax.inject.Named;
import javax.servlet.http.HttpServletRequest;

/** Lets in system administrators only, and those only with a secure administrator session. */
@Named
public class SystemAdministrators {
    private final UserManager users;
    private final WebSudoManager secureSessions;

    @Inject
    public SystemAdministrators(UserManager users, WebSudoManager secureSessions) {
        this.users = users;
        this.secureSessions = secureSessions;
    }

    /** The key of the user, who must have been let in. */
    public String user(HttpServletRequest request) {
        return letIn(request).getUserKey().getStringValue();
    }

    /** The name of the user, who must have been let in, as the log tells it. */
    public String name(HttpServletRequest request) {
        return letIn(request).getUsername();
    }

    private UserProfile letIn(HttpServletRequest request) {
        UserProfile user = users.getRemoteUser(request);
        if (user == null) {
            throw new IllegalStateException("Nobody was let in");
        }
        return user;
    }

    public Access access(HttpServletRequest request) {
        UserProfile user = users.getRemoteUser(request);
        if (user == null) {
            return Access.ANONYMOUS;
        }
        if (!users.isSystemAdmin(user.getUserKey())) {
            return Access.NO_SYSTEM_ADMINISTRATOR;
        }
        // a script that sends its password with the request has just proved what the secure session asks for
        boolean proved = request.getHeader("Authorization") != null || secureSessions.canExecuteRequest(request);
        return proved ? Access.GRANTED : Access.SECURE_SESSION_NEEDED;
    }
}

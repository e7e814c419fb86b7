package org.incomingmail.dev.apps;

import com.atlassian.sal.api.auth.LoginUriProvider;
import com.atlassian.sal.api.user.UserManager;
import com.atlassian.sal.api.user.UserProfile;
import com.atlassian.sal.api.websudo.WebSudoManager;
import com.atlassian.sal.api.websudo.WebSudoSessionException;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.incomingmail.dev.house.HostServices;

/** Lets only system administrators with a secure session through: an app may do anything the host may. */
final class SystemAdministrators {

    private final HostServices services;

    SystemAdministrators(HostServices services) {
        this.services = services;
    }

    /** Whether the screen may be shown; otherwise the viewer is on the way to where that changes. */
    boolean admitted(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (user(request).isEmpty()) {
            URI here = URI.create(request.getRequestURI());
            response.sendRedirect(
                    services.get(LoginUriProvider.class).getLoginUri(here).toString());
            return false;
        }
        if (!isSystemAdmin(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return false;
        }
        WebSudoManager webSudo = services.get(WebSudoManager.class);
        try {
            webSudo.willExecuteWebSudoRequest(request);
            return true;
        } catch (WebSudoSessionException e) {
            webSudo.enforceWebSudoProtection(request, response);
            return false;
        }
    }

    Optional<UserProfile> user(HttpServletRequest request) {
        return Optional.ofNullable(services.get(UserManager.class).getRemoteUser(request));
    }

    boolean isSystemAdmin(HttpServletRequest request) {
        UserManager users = services.get(UserManager.class);
        return user(request).map(user -> users.isSystemAdmin(user.getUserKey())).orElse(false);
    }

    boolean hasSecureSession(HttpServletRequest request) {
        return services.get(WebSudoManager.class).canExecuteRequest(request);
    }
}

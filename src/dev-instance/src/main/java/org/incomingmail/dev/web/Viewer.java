package org.incomingmail.dev.web;

import com.atlassian.sal.api.auth.LoginUriProvider;
import com.atlassian.sal.api.user.UserManager;
import com.atlassian.sal.api.user.UserProfile;
import com.atlassian.sal.api.xsrf.XsrfTokenAccessor;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.incomingmail.dev.house.HostServices;

/** Who looks at the page, asked from the room that knows people. */
final class Viewer {

    private final HostServices services;

    Viewer(HostServices services) {
        this.services = services;
    }

    Optional<UserProfile> user(HttpServletRequest request) {
        return services.find(UserManager.class).map(users -> users.getRemoteUser(request));
    }

    boolean isSystemAdmin(HttpServletRequest request) {
        return user(request)
                .flatMap(user -> services.find(UserManager.class).map(all -> all.isSystemAdmin(user.getUserKey())))
                .orElse(false);
    }

    /** What templates may know about the viewer; empty for an anonymous one. */
    Optional<Map<String, Object>> forTemplates(HttpServletRequest request) {
        return user(request)
                .map(user -> Map.of(
                        "username", user.getUsername(),
                        "userKey", user.getUserKey().getStringValue(),
                        "fullName", user.getFullName(),
                        "admin", services.get(UserManager.class).isAdmin(user.getUserKey()),
                        "systemAdmin", services.get(UserManager.class).isSystemAdmin(user.getUserKey())));
    }

    String xsrfToken(HttpServletRequest request, HttpServletResponse response) {
        return services.find(XsrfTokenAccessor.class)
                .map(tokens -> tokens.getXsrfToken(request, response, true))
                .orElse("");
    }

    String loginUrl(HttpServletRequest request) {
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        return services.find(LoginUriProvider.class)
                .map(login -> login.getLoginUri(URI.create(request.getRequestURI() + query))
                        .toString())
                .orElse(request.getContextPath() + "/login.action");
    }
}

package org.incomingmail.dev.sandbox;

import com.atlassian.sal.api.auth.LoginUriProvider;
import com.atlassian.sal.api.user.UserManager;
import java.io.IOException;
import java.net.URI;
import java.util.function.Supplier;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** Lets everybody who is logged in use the sandbox, and asks others to log in. */
final class Reader {
    // asked late: rooms open in an order of their own
    private final Supplier<UserManager> users;
    private final Supplier<LoginUriProvider> login;

    Reader(Supplier<UserManager> users, Supplier<LoginUriProvider> login) {
        this.users = users;
        this.login = login;
    }

    boolean isLoggedIn(HttpServletRequest request) {
        return users.get().getRemoteUser(request) != null;
    }

    /** True if the request was answered with the way to the login page. */
    boolean mustLogIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (isLoggedIn(request)) {
            return false;
        }
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        response.sendRedirect(login.get()
                .getLoginUri(URI.create(request.getRequestURI() + query))
                .toString());
        return true;
    }

    /** The reader's own address, to write from. */
    String address(HttpServletRequest request) {
        var user = users.get().getRemoteUser(request);
        return user == null ? "" : user.getEmail();
    }
}

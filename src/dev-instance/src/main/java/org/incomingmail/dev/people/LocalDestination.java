package org.incomingmail.dev.people;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * A place inside the instance to go to after a login: path and query below the context path. It cannot point
 * anywhere else, so a link to the login page can't send people to a stranger's site.
 */
record LocalDestination(String path) {
    /** What the host calls it. */
    static final String PARAMETER = "os_destination";

    // browsers read "//host" and "/\host" as another site, and drop tabs and line ends before they look
    private static final Pattern LOCAL = Pattern.compile("/(?![/\\\\])[^\\x00-\\x20\\x7f\\\\]*");
    private static final int LONGEST = 2000;

    static Optional<LocalDestination> parse(@Nullable String text) {
        return Optional.ofNullable(text)
                .filter(path -> path.length() <= LONGEST && LOCAL.matcher(path).matches())
                .map(LocalDestination::new);
    }

    /** The page this request asked for. */
    static Optional<LocalDestination> of(HttpServletRequest request) {
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        return parse(request.getRequestURI().substring(request.getContextPath().length()) + query);
    }

    /** The page behind any URI of this instance, whatever host name it was reached by. */
    static Optional<LocalDestination> of(URI uri, String contextPath) {
        String path = uri.getRawPath() == null ? "/" : uri.getRawPath();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        boolean belowContext = path.equals(contextPath) || path.startsWith(contextPath + "/");
        return parse((belowContext ? path.substring(contextPath.length()) : path) + query);
    }

    /** As a query to add to a link: "?os_destination=...". */
    String asQuery() {
        return "?" + PARAMETER + "=" + URLEncoder.encode(path, StandardCharsets.UTF_8);
    }
}

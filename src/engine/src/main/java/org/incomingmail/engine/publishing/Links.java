package org.incomingmail.engine.publishing;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Which addresses may be linked. */
final class Links {
    private static final int LONGEST = 2_000;
    private static final Set<String> SCHEMES = Set.of("http", "https", "mailto", "ftp");

    private Links() {}

    /** The address as it may be linked; empty for scripts, local files, relative addresses and nonsense. */
    static Optional<String> safe(String href) {
        StringBuilder kept = new StringBuilder(href.length());
        // browsers ignore control characters and blanks in front of and inside of a scheme
        href.codePoints()
                .filter(c -> c > ' ' && !Character.isISOControl(c) && !Character.isWhitespace(c))
                .forEach(kept::appendCodePoint);
        String address = kept.toString();
        int colon = address.indexOf(':');
        boolean known =
                colon > 0 && SCHEMES.contains(address.substring(0, colon).toLowerCase(Locale.ROOT));
        return known && address.length() <= LONGEST && address.length() > colon + 1
                ? Optional.of(address)
                : Optional.empty();
    }
}

package org.incomingmail.engine.server;

import java.net.IDN;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads host names and IP addresses: RFC 1123 2.1, RFC 5890 for other scripts, RFC 4291 2.2 for IPv6. */
final class Hostname {
    private static final Pattern ALL_NUMERIC = Pattern.compile("[0-9.]+");
    private static final Pattern IPV4 = Pattern.compile("((25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(\\.(?!$)|$)){4}");
    private static final Pattern IPV6_CHARACTERS = Pattern.compile("[0-9A-Fa-f:.]+(%[A-Za-z0-9._-]+)?");
    private static final Pattern WITH_PORT = Pattern.compile("[^:]+:\\d+");

    private Hostname() {}

    /** The name as DNS knows it, or the IP address; empty when it is neither. */
    static Optional<String> read(String entered) {
        String name =
                entered.startsWith("[") && entered.endsWith("]") ? entered.substring(1, entered.length() - 1) : entered;
        if (name.indexOf(':') >= 0) {
            return isIpv6(name) ? Optional.of(name) : Optional.empty();
        }
        if (ALL_NUMERIC.matcher(name).matches()) {
            return IPV4.matcher(name).matches() ? Optional.of(name) : Optional.empty();
        }
        return domain(name.endsWith(".") ? name.substring(0, name.length() - 1) : name);
    }

    static boolean looksLikeUrl(String entered) {
        return entered.contains("/");
    }

    static boolean hasPort(String entered) {
        return WITH_PORT.matcher(entered).matches() || entered.matches("\\[.*\\]:\\d+");
    }

    private static Optional<String> domain(String name) {
        try {
            String ascii = IDN.toASCII(name, IDN.USE_STD3_ASCII_RULES);
            return ascii.isEmpty() || ascii.length() > 253 ? Optional.empty() : Optional.of(ascii);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Judged by Java's own reader, which asks no DNS for anything with a colon in it. */
    private static boolean isIpv6(String name) {
        if (!IPV6_CHARACTERS.matcher(name).matches()) {
            return false;
        }
        try {
            return java.net.InetAddress.getByName(name.replaceFirst("%.*", "")) != null;
        } catch (java.net.UnknownHostException e) {
            return false;
        }
    }
}

package org.incomingmail.engine.server;

import java.util.regex.Pattern;

/** Reads mail addresses as people write them: RFC 5322 3.2.3 dot-atom, RFC 6531 for other scripts; no comments, no quotes. */
final class Address {
    private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~\\-\\x{80}-\\x{10FFFF}]+";
    private static final Pattern LOCAL = Pattern.compile(ATOM + "(\\." + ATOM + ")*");

    private Address() {}

    static boolean valid(String entered) {
        int at = entered.lastIndexOf('@');
        return at > 0
                && at <= 64
                && entered.length() <= Limits.ADDRESS
                && entered.chars().noneMatch(Character::isWhitespace)
                && LOCAL.matcher(entered.substring(0, at)).matches()
                && Hostname.read(entered.substring(at + 1)).isPresent();
    }
}

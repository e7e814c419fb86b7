package org.incomingmail.engine.screening;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The addresses of our mailboxes and of the wiki's own sender; plus tags do not matter. */
public record OwnAddresses(Set<String> addresses) {

    public OwnAddresses {
        addresses = addresses.stream().map(OwnAddresses::base).collect(Collectors.toUnmodifiableSet());
    }

    public static OwnAddresses of(Collection<String> addresses) {
        return new OwnAddresses(Set.copyOf(addresses));
    }

    boolean contain(String address) {
        return addresses.contains(base(address));
    }

    private static String base(String address) {
        String lower = address.strip().toLowerCase(Locale.ROOT);
        int at = lower.lastIndexOf('@');
        int plus = lower.indexOf('+');
        return plus > 0 && plus < at ? lower.substring(0, plus) + lower.substring(at) : lower;
    }
}

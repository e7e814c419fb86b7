package org.incomingmail.engine.screening;

import java.util.List;
import java.util.Optional;

/**
 * Whose mail is wanted.
 *
 * @param allowed not screened as automatic or bulk mail; that says nothing about who really wrote
 * @param blocked never published; stronger than allowed
 * @param onlyAllowed everybody else is blocked, too
 */
public record SenderLists(List<AddressPattern> allowed, List<AddressPattern> blocked, boolean onlyAllowed) {

    /** Everybody may write. */
    public static SenderLists open() {
        return new SenderLists(List.of(), List.of(), false);
    }

    boolean allows(String address) {
        return allowed.stream().anyMatch(entry -> entry.matches(address));
    }

    /** The entry that keeps a sender out. */
    Optional<String> blocks(String address) {
        Optional<String> entry = blocked.stream()
                .filter(blocked -> blocked.matches(address))
                .findFirst()
                .map(AddressPattern::text);
        return entry.isPresent() || !onlyAllowed || allows(address) ? entry : Optional.of("not allowed");
    }
}

package org.incomingmail.dev.sandbox.login;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The mailboxes that no password opens.
 *
 * @param accounts by mailbox, whose tokens open it: a shared mailbox is opened by others than itself
 */
public record TokenMailboxes(Map<String, Set<String>> accounts) {
    /** None: every mailbox has a password. */
    public static final TokenMailboxes NONE = new TokenMailboxes(Map.of());

    public boolean takesTokensOnly(String address) {
        return accounts.containsKey(address.toLowerCase(Locale.ROOT));
    }

    /** Whether only tokens of others open it. */
    public boolean isShared(String address) {
        return takesTokensOnly(address) && !opens(address, address);
    }

    /** Whether somebody's token opens the mailbox; mailboxes with a password are also opened by their owner's token. */
    boolean opens(String account, String address) {
        return accounts.getOrDefault(address.toLowerCase(Locale.ROOT), Set.of(address))
                .contains(account);
    }
}

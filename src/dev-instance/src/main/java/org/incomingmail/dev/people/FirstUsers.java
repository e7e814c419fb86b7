package org.incomingmail.dev.people;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The users a new instance starts with; everybody's password is the username. */
final class FirstUsers {
    private final Accounts accounts;

    FirstUsers(Accounts accounts) {
        this.accounts = accounts;
    }

    void createIfNobodyIsThere() {
        if (accounts.all().isEmpty()) {
            create("admin", "Administrator", null, Set.of(Groups.USERS, Groups.ADMINISTRATORS));
            create("alice", "Alice Example", null, Set.of(Groups.USERS));
            create("bob", "Bob Example", null, Set.of(Groups.USERS));
            create("hanako", "山田 花子", Locale.JAPANESE, Set.of(Groups.USERS));
        }
    }

    private void create(String username, String fullName, @Nullable Locale language, Set<String> groups) {
        var details = new AccountDetails(fullName, username + "@wiki.test", true, Optional.ofNullable(language));
        accounts.create(username, details, username, groups);
    }
}

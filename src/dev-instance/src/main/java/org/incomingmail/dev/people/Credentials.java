package org.incomingmail.dev.people;

import com.atlassian.sal.api.user.UserKey;
import java.util.Locale;
import java.util.Optional;
import org.incomingmail.dev.services.Database;

/** Checks and changes passwords. */
final class Credentials {
    private final Database database;
    private final Accounts accounts;
    private final Passwords passwords;
    private final String nobodysHash;

    Credentials(Database database, Accounts accounts, Passwords passwords) {
        this.database = database;
        this.accounts = accounts;
        this.passwords = passwords;
        this.nobodysHash = passwords.hash("");
    }

    /** The active user with this name and password. */
    Optional<Account> check(String username, String password) {
        // an unknown name takes as long as a wrong password, so nobody can probe for names
        boolean right = passwords.matches(password, storedHash(username).orElse(nobodysHash));
        return right ? accounts.byName(username).filter(Account::active) : Optional.empty();
    }

    void change(UserKey key, String password) {
        database.jdbi().useHandle(handle -> handle.createUpdate(
                        """
                        update people_user set password_hash = :hash, password_version = password_version + 1
                        where user_key = :key""")
                .bind("hash", passwords.hash(password))
                .bind("key", key.getStringValue())
                .execute());
    }

    private Optional<String> storedHash(String username) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("select password_hash from people_user where username = :name")
                        .bind("name", username.toLowerCase(Locale.ROOT))
                        .mapTo(String.class)
                        .findOne());
    }
}

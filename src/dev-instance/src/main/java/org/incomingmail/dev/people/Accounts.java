package org.incomingmail.dev.people;

import com.atlassian.sal.api.user.UserKey;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.incomingmail.dev.services.Database;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** The stored users and their groups. */
final class Accounts {
    private static final RowMapper<Account> ACCOUNT = (row, context) -> new Account(
            new UserKey(row.getString("user_key")),
            row.getString("username"),
            row.getString("full_name"),
            row.getString("email"),
            row.getBoolean("active"),
            Optional.ofNullable(row.getString("language")).map(Locale::forLanguageTag),
            row.getInt("password_version"));

    /** Key of what was read. */
    private record Known(String what, String value) {}

    private final Database database;
    private final Passwords passwords;
    private final Supplier<String> keys;

    Accounts(Database database, Passwords passwords, Supplier<String> keys) {
        this.database = database;
        this.passwords = passwords;
        this.keys = keys;
    }

    Optional<Account> byKey(UserKey key) {
        return one("user_key", key.getStringValue());
    }

    Optional<Account> byName(String username) {
        return one("username", username.toLowerCase(Locale.ROOT));
    }

    private Optional<Account> one(String column, String value) {
        return database.once(new Known(column, value), () -> database.jdbi()
                .withHandle(handle -> handle.createQuery("select * from people_user where " + column + " = :value")
                        .bind("value", value)
                        .map(ACCOUNT)
                        .findOne()));
    }

    /** Whole address, ignoring case; several users may share one. */
    List<Account> byEmail(String email) {
        return database.jdbi().withHandle(handle -> handle.createQuery(
                        "select * from people_user where lower(email) = lower(:email) order by username")
                .bind("email", email)
                .map(ACCOUNT)
                .list());
    }

    List<Account> all() {
        return database.jdbi().withHandle(handle -> handle.createQuery("select * from people_user order by username")
                .map(ACCOUNT)
                .list());
    }

    Set<String> groupsOf(UserKey key) {
        return new TreeSet<>(database.once(new Known("groups", key.getStringValue()), () -> readGroups(key)));
    }

    private List<String> readGroups(UserKey key) {
        return database.jdbi().withHandle(handle -> handle.createQuery(
                        "select group_name from people_membership where user_key = :key")
                .bind("key", key.getStringValue())
                .mapTo(String.class)
                .list());
    }

    /** User names, in order. */
    List<String> membersOf(String group) {
        return all().stream()
                .filter(account -> groupsOf(account.key()).contains(group))
                .map(Account::getName)
                .sorted()
                .toList();
    }

    List<String> groups() {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("select group_name from people_group order by group_name")
                        .mapTo(String.class)
                        .list());
    }

    Account create(String username, AccountDetails details, String password, Set<String> groups) {
        UserKey key = new UserKey(keys.get());
        return database.inTransaction(() -> database.jdbi().withHandle(handle -> {
            handle.createUpdate(
                            """
                            insert into people_user
                              (user_key, username, full_name, email, active, language, password_hash, password_version)
                            values (:key, :username, :fullName, :email, :active, :language, :hash, 1)""")
                    .bind("key", key.getStringValue())
                    .bind("username", username)
                    .bind("fullName", details.fullName())
                    .bind("email", details.email())
                    .bind("active", details.active())
                    .bind(
                            "language",
                            details.language().map(Locale::toLanguageTag).orElse(null))
                    .bind("hash", passwords.hash(password))
                    .execute();
            join(handle, key, groups);
            return byKey(key).orElseThrow();
        }));
    }

    void update(UserKey key, AccountDetails details) {
        database.jdbi().useHandle(handle -> handle.createUpdate(
                        """
                        update people_user
                        set full_name = :fullName, email = :email, active = :active, language = :language
                        where user_key = :key""")
                .bind("key", key.getStringValue())
                .bind("fullName", details.fullName())
                .bind("email", details.email())
                .bind("active", details.active())
                .bind("language", details.language().map(Locale::toLanguageTag).orElse(null))
                .execute());
    }

    void changeGroups(UserKey key, Set<String> groups) {
        database.inTransaction(() -> database.jdbi().withHandle(handle -> {
            handle.createUpdate("delete from people_membership where user_key = :key")
                    .bind("key", key.getStringValue())
                    .execute();
            return join(handle, key, groups);
        }));
    }

    private static int join(Handle handle, UserKey key, Set<String> groups) {
        for (String group : groups) {
            handle.createUpdate("insert into people_membership (user_key, group_name) values (:key, :group)")
                    .bind("key", key.getStringValue())
                    .bind("group", group)
                    .execute();
        }
        return groups.size();
    }
}

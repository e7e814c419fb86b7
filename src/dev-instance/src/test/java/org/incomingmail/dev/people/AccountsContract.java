package org.incomingmail.dev.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.sal.api.user.UserKey;
import com.atlassian.user.User;
import com.atlassian.user.search.query.EmailTermQuery;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.incomingmail.dev.services.Database;
import org.junit.jupiter.api.Test;

/** What stored users must do on every database. */
interface AccountsContract {
    Database database();

    default Passwords passwords() {
        return new Passwords(new SecureRandom());
    }

    default Accounts accounts() {
        Accounts accounts =
                new Accounts(database(), passwords(), () -> UUID.randomUUID().toString());
        new FirstUsers(accounts).createIfNobodyIsThere();
        return accounts;
    }

    default Credentials credentials() {
        return new Credentials(database(), accounts(), passwords());
    }

    /** A name no other test uses. */
    default Account newcomer(String email) {
        var details = new AccountDetails("Newcomer", email, true, Optional.empty());
        return accounts().create("n" + UUID.randomUUID(), details, "secret", Set.of(Groups.USERS));
    }

    @Test
    default void aNewInstanceHasItsFirstUsersOnce() {
        assertThat(accounts().all())
                .extracting(Account::username)
                .contains("admin", "alice", "bob", "hanako")
                .doesNotHaveDuplicates();
        Account hanako = accounts().byName("hanako").orElseThrow();
        assertThat(hanako.fullName()).isEqualTo("山田 花子");
        assertThat(hanako.language()).contains(Locale.JAPANESE);
    }

    @Test
    default void onlyTheAdministratorIsSystemAdministrator() {
        var users = new SessionUserManager(accounts());
        assertThat(users.isSystemAdmin(key("admin"))).isTrue();
        assertThat(users.isSystemAdmin(key("alice"))).isFalse();
        assertThat(users.isSystemAdmin(null)).isFalse();
        assertThat(new StoredUsers(accounts()).getGroupNamesForUserName("admin"))
                .containsExactly(Groups.ADMINISTRATORS, Groups.USERS);
    }

    @Test
    default void aPasswordLetsInItsOwnerOnly() {
        assertThat(credentials().check("ALICE", "alice")).isPresent();
        assertThat(credentials().check("alice", "bob")).isEmpty();
        assertThat(credentials().check("nobody", "")).isEmpty();
    }

    @Test
    default void aDeactivatedUserIsFoundButCannotLogIn() throws Exception {
        Account gone = newcomer("gone@wiki.test");
        accounts().update(gone.key(), new AccountDetails("Gone", "gone@wiki.test", false, Optional.empty()));

        var users = new StoredUsers(accounts());
        User found = users.findUsersAsList(new EmailTermQuery("Gone@Wiki.Test")).get(0);
        assertThat(users.isDeactivated(found)).isTrue();
        assertThat(credentials().check(gone.username(), "secret")).isEmpty();
        assertThat(new SessionUserManager(accounts()).isUserInGroup(gone.key(), Groups.USERS))
                .isFalse();
    }

    @Test
    default void twoUsersMayShareAnAddress() throws Exception {
        Account first = newcomer("shared@wiki.test");
        Account second = newcomer("SHARED@wiki.test");
        assertThat(new StoredUsers(accounts()).findUsersAsList(new EmailTermQuery("shared@wiki.test")))
                .containsExactlyInAnyOrder(first, second);
    }

    @Test
    default void aNewPasswordReplacesTheOldOne() {
        Account account = newcomer("changes@wiki.test");
        credentials().change(account.key(), "another");
        assertThat(credentials().check(account.username(), "secret")).isEmpty();
        assertThat(credentials().check(account.username(), "another"))
                .map(Account::passwordVersion)
                .contains(2);
    }

    @Test
    default void groupsAreReplaced() {
        Account account = newcomer("groups@wiki.test");
        accounts().changeGroups(account.key(), Set.of(Groups.ADMINISTRATORS));
        assertThat(accounts().groupsOf(account.key())).containsExactly(Groups.ADMINISTRATORS);
    }

    private UserKey key(String username) {
        return accounts().byName(username).orElseThrow().key();
    }
}

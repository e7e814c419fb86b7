package org.incomingmail.dev.people;

import com.atlassian.confluence.user.ConfluenceUser;
import com.atlassian.sal.api.user.UserKey;
import com.atlassian.sal.api.user.UserProfile;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A user of the instance, as the host's interfaces show it.
 *
 * @param language the language the user chose; empty follows the browser
 * @param passwordVersion grows with every change of the password, which ends the sessions opened with the old one
 */
record Account(
        UserKey key,
        String username,
        String fullName,
        String email,
        boolean active,
        Optional<Locale> language,
        int passwordVersion)
        implements ConfluenceUser, UserProfile {

    @Override
    public UserKey getKey() {
        return key;
    }

    @Override
    public UserKey getUserKey() {
        return key;
    }

    @Override
    public String getName() {
        return username;
    }

    @Override
    public String getUsername() {
        return username;
    }

    @Override
    public String getFullName() {
        return fullName;
    }

    @Override
    public String getEmail() {
        return email;
    }

    /** Two views of one user are equal, whatever was edited in between. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Account that && key.equals(that.key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }
}

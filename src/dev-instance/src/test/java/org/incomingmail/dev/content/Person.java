package org.incomingmail.dev.content;

import com.atlassian.confluence.user.ConfluenceUser;
import com.atlassian.sal.api.user.UserKey;

/** Somebody in a test. */
record Person(String name, String fullName) implements ConfluenceUser {

    @Override
    public UserKey getKey() {
        return new UserKey("key-" + name);
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public String getFullName() {
        return fullName;
    }

    @Override
    public String getEmail() {
        return name + "@example.org";
    }
}

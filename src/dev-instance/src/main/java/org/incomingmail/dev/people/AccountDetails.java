package org.incomingmail.dev.people;

import java.util.Locale;
import java.util.Optional;

/** What can be edited about a user, apart from groups and password. */
record AccountDetails(String fullName, String email, boolean active, Optional<Locale> language) {}

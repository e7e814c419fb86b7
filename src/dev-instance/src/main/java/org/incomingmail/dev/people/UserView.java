package org.incomingmail.dev.people;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Users as templates take them. */
final class UserView {
    private UserView() {}

    static Map<String, Object> of(String username, AccountDetails details, Set<String> groups) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("username", username);
        view.put("fullName", details.fullName());
        view.put("email", details.email());
        view.put("active", details.active());
        view.put("language", details.language().map(Locale::toLanguageTag).orElse(""));
        view.put("groups", List.copyOf(groups));
        return view;
    }

    static Map<String, Object> of(Account account, Set<String> groups) {
        var details = new AccountDetails(account.fullName(), account.email(), account.active(), account.language());
        return of(account.username(), details, groups);
    }

    /** Every group, and whether it is chosen. */
    static List<Map<String, Object>> groups(List<String> all, Set<String> chosen) {
        return all.stream()
                .map(name -> Map.<String, Object>of("name", name, "chosen", chosen.contains(name)))
                .toList();
    }
}

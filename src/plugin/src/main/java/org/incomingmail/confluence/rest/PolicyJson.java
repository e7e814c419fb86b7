package org.incomingmail.confluence.rest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.incomingmail.engine.policy.Policy;
import org.incomingmail.engine.policy.PolicyPaths;
import org.jspecify.annotations.Nullable;

/** Rules as JSON, to and from their flat form. */
final class PolicyJson {
    private static final Set<String> LISTS = Set.of("authservIds", "allowed", "blocked", "labels");
    private static final Set<String> SWITCHES =
            Set.of("onlyAllowed", "rejected", "waiting", "published", "mustAgree", "archives", "enabled");
    private static final Set<String> NUMBERS =
            Set.of("perSender", "perThread", "perMailbox", "count", "mebibytes", "totalMebibytes", "parentPageId");

    private PolicyJson() {}

    static Map<String, Object> write(Policy policy) {
        Map<String, Object> json = new LinkedHashMap<>();
        List<Map<String, Object>> rules = new ArrayList<>();
        new TreeMap<>(PolicyPaths.of(policy)).forEach((path, value) -> {
            String[] names = path.split("\\.");
            if (names.length == 2) {
                group(json, names[0]).put(names[1], value(names[1], value));
            }
        });
        for (int i = 0; i < policy.rules().size(); i++) {
            Map<String, Object> rule = new LinkedHashMap<>();
            String prefix = "rules." + i + ".";
            PolicyPaths.of(policy).forEach((path, value) -> {
                if (path.startsWith(prefix)) {
                    String name = path.substring(prefix.length());
                    rule.put(name, value(name, value));
                }
            });
            rules.add(rule);
        }
        json.put("rules", rules);
        return json;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> group(Map<String, Object> json, String name) {
        return (Map<String, Object>) json.computeIfAbsent(name, key -> new LinkedHashMap<String, Object>());
    }

    private static Object value(String name, String value) {
        if (LISTS.contains(name)) {
            return value.lines().toList();
        }
        if (SWITCHES.contains(name)) {
            return Boolean.valueOf(value);
        }
        return NUMBERS.contains(name) && !value.isEmpty() ? (Object) Long.valueOf(value) : value;
    }

    /** Values by path; a list of texts becomes lines. What has no place among the rules is found by their reader. */
    static Map<String, String> read(@Nullable Map<String, Object> body) {
        Map<String, String> values = new TreeMap<>();
        if (body != null) {
            body.forEach((name, value) -> member(name, value, values));
        }
        return values;
    }

    private static void member(String path, @Nullable Object value, Map<String, String> values) {
        if (value instanceof Map<?, ?> object) {
            object.forEach((name, inner) -> member(path + "." + name, inner, values));
        } else if (value instanceof List<?> list) {
            if (list.stream().allMatch(entry -> entry instanceof Map)) {
                for (int i = 0; i < list.size(); i++) {
                    member(path + "." + i, list.get(i), values);
                }
                if (list.isEmpty() && !path.equals("rules")) {
                    values.put(path, "");
                }
            } else {
                values.put(path, list.stream().map(String::valueOf).collect(Collectors.joining("\n")));
            }
        } else if (value != null) {
            values.put(path, value.toString());
        }
    }
}

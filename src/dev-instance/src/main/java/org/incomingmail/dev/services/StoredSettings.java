package org.incomingmail.dev.services;

import com.atlassian.sal.api.pluginsettings.PluginSettings;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Settings of apps in the database: strings, lists of strings and maps of strings, as SAL allows. */
final class StoredSettings implements PluginSettingsFactory {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST_KEY = 255;
    private final Database database;

    StoredSettings(Database database) {
        this.database = database;
    }

    @Override
    public PluginSettings createSettingsForKey(String key) {
        return new Namespace(key);
    }

    @Override
    public PluginSettings createGlobalSettings() {
        return new Namespace("");
    }

    private final class Namespace implements PluginSettings {
        private final String namespace;

        Namespace(String namespace) {
            this.namespace = namespace;
        }

        @Override
        public @Nullable Object get(String key) {
            return database.jdbi().withHandle(db -> db.createQuery(
                            "SELECT kind, content FROM plugin_setting WHERE namespace = :namespace AND name = :name")
                    .bind("namespace", namespace)
                    .bind("name", key)
                    .map((row, context) -> read(row.getString("kind"), row.getString("content")))
                    .findOne()
                    .orElse(null));
        }

        @Override
        public @Nullable Object put(String key, Object value) {
            if (key.length() > LONGEST_KEY) {
                throw new IllegalArgumentException("keys have at most " + LONGEST_KEY + " characters");
            }
            return database.inTransaction(() -> {
                Object previous = remove(key);
                database.jdbi().useHandle(db -> db.createUpdate(
                                "INSERT INTO plugin_setting VALUES (:namespace, :name, :kind, :content)")
                        .bind("namespace", namespace)
                        .bind("name", key)
                        .bind("kind", kind(value))
                        .bind("content", write(value))
                        .execute());
                return previous;
            });
        }

        @Override
        public @Nullable Object remove(String key) {
            return database.inTransaction(() -> {
                Object previous = get(key);
                database.jdbi().useHandle(db -> db.createUpdate(
                                "DELETE FROM plugin_setting WHERE namespace = :namespace AND name = :name")
                        .bind("namespace", namespace)
                        .bind("name", key)
                        .execute());
                return previous;
            });
        }
    }

    private static String kind(Object value) {
        if (value instanceof String) {
            return "STRING";
        }
        if (value instanceof List) {
            return "LIST";
        }
        if (value instanceof Map) {
            return "MAP";
        }
        throw new IllegalArgumentException("cannot store a " + value.getClass().getName());
    }

    private static String write(Object value) {
        try {
            return value instanceof String text ? text : JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Object read(String kind, String content) {
        try {
            return switch (kind) {
                case "LIST" -> JSON.readValue(content, List.class);
                case "MAP" -> JSON.readValue(content, Map.class);
                default -> content;
            };
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored setting is damaged", e);
        }
    }
}

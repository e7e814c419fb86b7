package org.incomingmail.dev.content.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Content as a client sends it; what is missing reads as empty. */
record Draft(JsonNode json) {

    static Draft of(@Nullable JsonNode json) {
        if (json == null || !json.isObject()) {
            throw Refused.badRequest("The request has no content");
        }
        return new Draft(json);
    }

    String type() {
        return json.path("type").asText("");
    }

    boolean has(String field) {
        return json.hasNonNull(field);
    }

    String title() {
        return json.path("title").asText("");
    }

    String spaceKey() {
        return json.path("space").path("key").asText("");
    }

    String containerId() {
        return json.path("container").path("id").asText("");
    }

    /** The parent: the last of the ancestors. */
    String parentId() {
        JsonNode ancestors = json.path("ancestors");
        return ancestors.isEmpty()
                ? ""
                : ancestors.get(ancestors.size() - 1).path("id").asText("");
    }

    boolean hasBody() {
        return json.path("body").path("storage").hasNonNull("value");
    }

    String storage() {
        return json.path("body").path("storage").path("value").asText("");
    }

    OptionalInt version() {
        JsonNode number = json.path("version").path("number");
        return number.canConvertToInt() ? OptionalInt.of(number.asInt()) : OptionalInt.empty();
    }
}

package org.incomingmail.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.TreeMap;

/** The wiki as its users see it, through the host's own REST API. */
public final class Wiki {
    private static final int MOST = 500;
    private final Rest rest;

    public Wiki(Rest rest) {
        this.rest = rest;
    }

    /** The page with this title in a space, with body, author and version. */
    public Optional<JsonNode> page(String spaceKey, String title) {
        JsonNode found = rest.get("/rest/api/content?type=page&expand=body.storage,history,version,ancestors&spaceKey="
                        + spaceKey + "&title=" + URLEncoder.encode(title, StandardCharsets.UTF_8))
                .expect(200)
                .json()
                .path("results");
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(0));
    }

    /** How many pages of a space have titles that start so. */
    public long pagesTitled(String spaceKey, String start) {
        return titles(spaceKey, start).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    /** The titles that start so, with how often each occurs. */
    public TreeMap<String, Integer> titles(String spaceKey, String start) {
        TreeMap<String, Integer> titles = new TreeMap<>();
        int first = 0;
        int found;
        do {
            JsonNode pages = rest.get(
                            "/rest/api/content?type=page&limit=" + MOST + "&start=" + first + "&spaceKey=" + spaceKey)
                    .expect(200)
                    .json()
                    .path("results");
            for (JsonNode page : pages) {
                String title = page.path("title").asText();
                if (title.startsWith(start)) {
                    titles.merge(title, 1, Integer::sum);
                }
            }
            found = pages.size();
            first += found;
        } while (found == MOST);
        return titles;
    }

    public JsonNode comments(long pageId) {
        return rest.get("/rest/api/content/" + pageId
                        + "/child/comment?depth=all&expand=body.storage,history,ancestors,container")
                .expect(200)
                .json()
                .path("results");
    }

    public JsonNode attachments(long contentId) {
        return rest.get("/rest/api/content/" + contentId + "/child/attachment")
                .expect(200)
                .json()
                .path("results");
    }

    /** The bytes of an attachment as the download link gives them. */
    public byte[] download(JsonNode attachment) {
        return rest.bytes(attachment.path("_links").path("download").asText());
    }
}

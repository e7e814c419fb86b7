package org.incomingmail.confluence.oauth;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Whose account an access token is for, where it happens to be a JWT (RFC 7519) that says so. Nothing is verified: it is
 * shown to the administrator, never trusted. Tokens are opaque to clients, so finding nothing is normal.
 */
final class TokenAccount {
    private static final int LONGEST_TOKEN = 64 * 1024;
    private static final int LONGEST_NAME = 255;
    /** Microsoft's names of the sign-in name, then the usual ones. */
    private static final List<String> CLAIMS = List.of("upn", "preferred_username", "email", "unique_name");

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(16)
                    .maxDocumentLength(LONGEST_TOKEN)
                    .build())
            .build();

    private TokenAccount() {}

    static Optional<String> in(String accessToken) {
        String[] parts = accessToken.length() > LONGEST_TOKEN ? new String[0] : accessToken.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            Map<String, String> claims = claims(Base64.getUrlDecoder().decode(parts[1]));
            List<String> names =
                    CLAIMS.stream().map(claims::get).filter(Objects::nonNull).toList();
            // an address says more than a name, which somebody else may have elsewhere
            return names.stream()
                    .filter(name -> name.indexOf('@') > 0)
                    .findFirst()
                    .or(() -> names.stream().findFirst());
        } catch (IOException | IllegalArgumentException noJwt) {
            return Optional.empty();
        }
    }

    /** The wanted claims of the outermost object; what is nested in it is somebody else's. */
    private static Map<String, String> claims(byte[] payload) throws IOException {
        Map<String, String> claims = new HashMap<>();
        try (JsonParser json = JSON.createParser(payload)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return claims;
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                if (json.nextToken() == JsonToken.VALUE_STRING && CLAIMS.contains(name)) {
                    readable(json.getText()).ifPresent(value -> claims.put(name, value));
                }
                json.skipChildren();
            }
        }
        return claims;
    }

    private static Optional<String> readable(String name) {
        String clean = name.replaceAll("\\p{Cntrl}|\\p{Cf}", "").strip();
        return clean.isEmpty() || clean.length() > LONGEST_NAME ? Optional.empty() : Optional.of(clean);
    }
}

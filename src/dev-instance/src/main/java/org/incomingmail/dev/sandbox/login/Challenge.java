package org.incomingmail.dev.sandbox.login;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a server says about a token it refuses, before the refusal itself, which the client has to answer first. */
final class Challenge {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Challenge() {}

    /** RFC 7628 section 3.2.2 for OAUTHBEARER; for XOAUTH2 as Google documents it. */
    static String of(String mechanism, String error, TokenProtocol protocol) {
        Map<String, String> said = new LinkedHashMap<>();
        if (mechanism.equalsIgnoreCase("OAUTHBEARER")) {
            said.put("status", error);
        } else {
            said.put("status", error.equals("insufficient_scope") ? "403" : "401");
            said.put("schemes", "bearer");
        }
        said.put("scope", protocol.scope());
        try {
            return Base64.getEncoder()
                    .encodeToString(JSON.writeValueAsString(said).getBytes(StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("strings can be written as JSON", e);
        }
    }
}

package org.incomingmail.dev.content.rest;

import java.util.List;
import java.util.Map;
import javax.ws.rs.WebApplicationException;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;

/** An error in the host's shape. */
final class Refused {

    private Refused() {}

    static WebApplicationException notFound(String message) {
        return of(404, true, true, message);
    }

    static WebApplicationException forbidden(String message) {
        return of(403, false, true, message);
    }

    static WebApplicationException badRequest(String message) {
        return of(400, true, false, message);
    }

    static WebApplicationException conflict(String message) {
        return of(409, true, false, message);
    }

    private static WebApplicationException of(int status, boolean authorized, boolean valid, String message) {
        Map<String, Object> body = Map.of(
                "statusCode", status,
                "data", Map.of("authorized", authorized, "valid", valid, "errors", List.of(), "successful", false),
                "message", message);
        return new WebApplicationException(
                message,
                Response.status(status)
                        .type(MediaType.APPLICATION_JSON_TYPE)
                        .entity(body)
                        .build());
    }
}

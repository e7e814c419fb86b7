package org.incomingmail.confluence.rest;

import com.atlassian.annotations.security.SystemAdminOnly;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import javax.inject.Inject;
import javax.inject.Named;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;

/** What this API looks like, as an OpenAPI document. */
@Named
@Path("openapi.json")
@SystemAdminOnly
@Produces(MediaType.APPLICATION_JSON)
public class DescriptionResource {
    private final Gate gate;

    @Inject
    public DescriptionResource(Gate gate) {
        this.gate = gate;
    }

    @GET
    public Response description(@Context HttpServletRequest request) throws IOException {
        gate.reading(request);
        try (InputStream file = DescriptionResource.class.getResourceAsStream("openapi.json")) {
            if (file == null) {
                throw new IllegalStateException("openapi.json is missing from the app");
            }
            return Response.ok(new String(file.readAllBytes(), StandardCharsets.UTF_8))
                    .build();
        }
    }
}

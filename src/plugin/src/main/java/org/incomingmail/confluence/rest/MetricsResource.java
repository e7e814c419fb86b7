package org.incomingmail.confluence.rest;

import com.atlassian.annotations.security.SystemAdminOnly;
import javax.inject.Inject;
import javax.inject.Named;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.StreamingOutput;
import org.incomingmail.confluence.metrics.Gauges;

/** What Prometheus reads, with the password or personal access token of a system administrator. */
@Named
@Path("metrics")
@SystemAdminOnly
public class MetricsResource {
    private final Gate gate;
    private final Gauges gauges;

    @Inject
    public MetricsResource(Gate gate, Gauges gauges) {
        this.gate = gate;
        this.gauges = gauges;
    }

    @GET
    @Produces({MediaType.TEXT_PLAIN, MediaType.APPLICATION_JSON})
    public Response read(@Context HttpServletRequest request) {
        gate.reading(request);
        StreamingOutput text = gauges::write;
        return Response.ok(text, "text/plain; version=0.0.4; charset=utf-8")
                .header("Cache-Control", "private, no-store")
                .build();
    }
}

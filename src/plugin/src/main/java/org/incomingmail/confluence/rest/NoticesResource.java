package org.incomingmail.confluence.rest;

import com.atlassian.annotations.security.SystemAdminOnly;
import java.time.Clock;
import java.util.Map;
import javax.inject.Inject;
import javax.inject.Named;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.incomingmail.confluence.notices.Receivers;
import org.incomingmail.confluence.notices.TroubleView;
import org.incomingmail.confluence.notices.Troubles;

/** What administrators have to see to, and who is told by mail. */
@Named
@Path("notices")
@SystemAdminOnly
@Produces(MediaType.APPLICATION_JSON)
public class NoticesResource {
    private final Gate gate;
    private final Troubles troubles;
    private final TroubleView view;
    private final Receivers receivers;
    private final Clock clock = Clock.systemUTC();

    @Inject
    public NoticesResource(Gate gate, Troubles troubles, TroubleView view, Receivers receivers) {
        this.gate = gate;
        this.troubles = troubles;
        this.view = view;
        this.receivers = receivers;
    }

    @GET
    public Response list(@Context HttpServletRequest request) {
        gate.reading(request);
        return Response.ok(Map.of(
                        "notices",
                        troubles.at(clock.instant()).stream()
                                .map(view::of)
                                .map(NoticesResource::json)
                                .toList(),
                        "receivers",
                        receivers.addresses()))
                .build();
    }

    private static Map<String, Object> json(TroubleView.Banner banner) {
        return Map.of(
                "severe", banner.severe(),
                "title", banner.title(),
                "text", banner.text(),
                "code", banner.code(),
                "path", banner.path(),
                "action", banner.action());
    }
}

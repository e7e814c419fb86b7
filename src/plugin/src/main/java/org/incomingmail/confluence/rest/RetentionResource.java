package org.incomingmail.confluence.rest;

import com.atlassian.annotations.security.SystemAdminOnly;
import java.io.IOException;
import java.util.Map;
import javax.inject.Inject;
import javax.inject.Named;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.incomingmail.confluence.settings.Retention;
import org.incomingmail.confluence.settings.SystemAdministrators;
import org.incomingmail.confluence.storage.Erasure;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How long is kept what is known of mail, and erasing a sender from the log at once. */
@Named
@Path("retention")
@SystemAdminOnly
@Produces(MediaType.APPLICATION_JSON)
public class RetentionResource {
    private static final Logger log = LoggerFactory.getLogger(RetentionResource.class);
    private static final String RAW_MAIL = "rawMailDays";
    private static final String LOG = "logDays";
    private final Gate gate;
    private final Retention retention;
    private final Erasure erasure;
    private final SystemAdministrators administrators;

    @Inject
    public RetentionResource(Gate gate, Retention retention, Erasure erasure, SystemAdministrators administrators) {
        this.gate = gate;
        this.retention = retention;
        this.erasure = erasure;
        this.administrators = administrators;
    }

    @GET
    public Response read(@Context HttpServletRequest request) {
        gate.reading(request);
        return Response.ok(Map.of(RAW_MAIL, retention.rawMailDays(), LOG, retention.logDays()))
                .build();
    }

    /** What is not named stays as it is. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public Response replace(@Context HttpServletRequest request, @Nullable Map<String, Object> body) {
        gate.changing(request);
        if (body == null) {
            throw gate.refusal(RestCode.NO_OBJECT, "");
        }
        for (String name : body.keySet()) {
            if (!name.equals(RAW_MAIL) && !name.equals(LOG)) {
                throw gate.refusal(RestCode.UNKNOWN_FIELD, name, name);
            }
        }
        retention.set(days(body, RAW_MAIL, retention.rawMailDays()), days(body, LOG, retention.logDays()));
        return read(request);
    }

    private int days(Map<String, Object> body, String name, int now) {
        Object value = body.get(name);
        if (value == null) {
            return now;
        }
        if (!(value instanceof Integer days) || !Retention.allowed(days)) {
            throw gate.refusal(RestCode.QUERY, name, name);
        }
        return days;
    }

    /** Takes the sender out of the log; pages and comments are not touched. */
    @POST
    @Path("erasure")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response erase(@Context HttpServletRequest request, @Nullable Map<String, Object> body) throws IOException {
        gate.changing(request);
        if (body == null || !(body.get("address") instanceof String address) || address.indexOf('@') < 1) {
            throw gate.refusal(RestCode.QUERY, "address", "address");
        }
        Erasure.Erased erased = erasure.of(address);
        log.info("{} erased a sender from {} messages", administrators.name(request), erased.messages());
        return Response.ok(Map.of("erased", erased.messages(), "waiting", erased.waiting()))
                .build();
    }
}

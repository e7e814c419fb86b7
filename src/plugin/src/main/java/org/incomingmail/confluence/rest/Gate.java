package org.incomingmail.confluence.rest;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.inject.Inject;
import javax.inject.Named;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.WebApplicationException;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.incomingmail.confluence.settings.SystemAdministrators;
import org.incomingmail.engine.server.FieldError;

/** Lets requests in, and answers those that it doesn't. */
@Named
public class Gate {
    private static final List<String> NO_CHECK = List.of("no-check", "nocheck");

    private final SystemAdministrators administrators;
    private final ReportJson json;

    @Inject
    public Gate(SystemAdministrators administrators, ReportJson json) {
        this.administrators = administrators;
        this.json = json;
    }

    /** For what only reads. */
    void reading(HttpServletRequest request) {
        switch (administrators.access(request)) {
            case ANONYMOUS -> throw refusal(RestCode.LOGIN_NEEDED, "");
            case NO_SYSTEM_ADMINISTRATOR -> throw refusal(RestCode.NO_SYSTEM_ADMINISTRATOR, "");
            case SECURE_SESSION_NEEDED -> throw refusal(RestCode.SECURE_SESSION_NEEDED, "");
            case GRANTED -> {}
        }
    }

    /** For what changes something: another site must not be able to send it in the administrator's name. */
    void changing(HttpServletRequest request) {
        reading(request);
        if (request.getMethod().equals("POST") && !isJson(request) && !saysNoCheck(request)) {
            throw refusal(RestCode.XSRF, "");
        }
    }

    WebApplicationException refusal(RestCode code, String field, String... arguments) {
        return answer(code.status(), json.error(code, field, arguments));
    }

    WebApplicationException refusal(List<FieldError> errors) {
        return answer(400, json.errors(errors));
    }

    /** @param errors as {@link ReportJson} writes them */
    WebApplicationException wrong(List<Map<String, Object>> errors) {
        return answer(400, Map.of("errors", errors));
    }

    private static WebApplicationException answer(int status, Map<String, Object> body) {
        return new WebApplicationException(Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8"))
                .entity(body)
                .build());
    }

    /** A form of another site can't send this content type without a preflight request. */
    private static boolean isJson(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith(MediaType.APPLICATION_JSON);
    }

    private static boolean saysNoCheck(HttpServletRequest request) {
        String header = request.getHeader("X-Atlassian-Token");
        return header != null && NO_CHECK.contains(header);
    }
}

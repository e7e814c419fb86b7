package org.incomingmail.dev.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import java.util.Set;
import javax.servlet.ServletConfig;
import javax.servlet.ServletContext;
import javax.servlet.ServletException;
import javax.ws.rs.core.Response;
import javax.ws.rs.ext.ContextResolver;
import javax.ws.rs.ext.ExceptionMapper;
import org.glassfish.jersey.jackson.JacksonFeature;
import org.glassfish.jersey.media.multipart.MultiPartFeature;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;
import org.glassfish.jersey.servlet.ServletContainer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes one JAX-RS application of resource instances. */
final class RestApplications {

    private static final Logger LOG = LoggerFactory.getLogger(RestApplications.class);

    private RestApplications() {}

    static ServletContainer start(String name, Set<Object> resources, ServletContext context) throws ServletException {
        ResourceConfig config = new ResourceConfig()
                .register(JacksonFeature.class)
                .register(MultiPartFeature.class)
                .register(new Json())
                .register(new UnreadableJson())
                .register(new Unexpected())
                .property(ServerProperties.WADL_FEATURE_DISABLE, true)
                .property(ServerProperties.RESPONSE_SET_STATUS_OVER_SEND_ERROR, true);
        resources.forEach(config::register);
        ServletContainer container = new ServletContainer(config);
        container.init(new Config("rest " + name, context));
        return container;
    }

    /** Dates are ISO 8601, as everywhere in Confluence's REST API. */
    private static final class Json implements ContextResolver<ObjectMapper> {
        private final ObjectMapper mapper = new ObjectMapper()
                .registerModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

        @Override
        public ObjectMapper getContext(Class<?> type) {
            return mapper;
        }
    }

    private static final class UnreadableJson implements ExceptionMapper<JsonProcessingException> {
        @Override
        public Response toResponse(JsonProcessingException e) {
            return answer(400, "The JSON can't be read: " + e.getOriginalMessage());
        }
    }

    /** Whatever a resource did not expect itself: the reason is in the log only. */
    private static final class Unexpected implements ExceptionMapper<Throwable> {
        @Override
        public Response toResponse(Throwable e) {
            if (e instanceof javax.ws.rs.WebApplicationException known) {
                Response response = known.getResponse();
                return response.hasEntity()
                        ? response
                        : answer(response.getStatus(), response.getStatusInfo().getReasonPhrase());
            }
            LOG.error("A REST resource failed: {}", e.toString(), e);
            return answer(500, "The instance could not do this. Its log says why.");
        }
    }

    private static Response answer(int status, String message) {
        return Response.status(status)
                .type("application/json;charset=UTF-8")
                .entity(Map.of("statusCode", status, "message", message))
                .build();
    }

    private record Config(String name, ServletContext context) implements ServletConfig {
        @Override
        public String getServletName() {
            return name;
        }

        @Override
        public ServletContext getServletContext() {
            return context;
        }

        @Override
        public @Nullable String getInitParameter(String parameter) {
            return null;
        }

        @Override
        public Enumeration<String> getInitParameterNames() {
            return Collections.emptyEnumeration();
        }
    }
}

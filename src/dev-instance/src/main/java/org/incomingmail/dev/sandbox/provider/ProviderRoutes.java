package org.incomingmail.dev.sandbox.provider;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenErrorResponse;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Leads requests to what answers them. While the provider is down, nothing does. */
final class ProviderRoutes {
    private static final Logger LOG = LoggerFactory.getLogger(Provider.class);

    private final HttpServer server;
    private final Faults faults;
    private final ProviderPages pages;

    ProviderRoutes(HttpServer server, Faults faults, ProviderPages pages) {
        this.server = server;
        this.faults = faults;
        this.pages = pages;
        add("/", Set.of("GET", "POST"), this::nothingHere);
    }

    /** Answers a person's request. */
    @FunctionalInterface
    interface PageHandler {
        void answer(Exchange exchange) throws IOException;
    }

    /** Answers a program's request. */
    @FunctionalInterface
    interface ApiHandler {
        HTTPResponse answer(HTTPRequest request) throws Refusal, ParseException;
    }

    void get(String path, PageHandler handler) {
        add(path, Set.of("GET"), handler);
    }

    void getAndPost(String path, PageHandler handler) {
        add(path, Set.of("GET", "POST"), handler);
    }

    void api(URI address, ApiHandler handler) {
        add(address.getPath(), Set.of("POST"), exchange -> exchange.answer(answer(exchange, address, handler)));
    }

    private HTTPResponse answer(Exchange exchange, URI address, ApiHandler handler) throws IOException {
        try {
            var refusal = faults.refusal();
            if (refusal.isPresent()) {
                throw new Refusal(refusal.get());
            }
            return handler.answer(exchange.asRequest(address));
        } catch (Refusal e) {
            return error(e.error());
        } catch (ParseException e) {
            ErrorObject error = e.getErrorObject();
            return error(error == null ? OAuth2Error.INVALID_REQUEST : error);
        }
    }

    /** RFC 6749 section 5.2. */
    private static HTTPResponse error(ErrorObject error) {
        HTTPResponse response = new TokenErrorResponse(error).toHTTPResponse();
        if (response.getStatusCode() == 401) {
            response.setWWWAuthenticate("Basic realm=\"sandbox provider\"");
        }
        return response;
    }

    private void nothingHere(Exchange exchange) throws IOException {
        exchange.page(404, pages.message("There is nothing here", "This provider is used by applications."));
    }

    private void add(String path, Set<String> methods, PageHandler handler) {
        server.createContext(path, http -> {
            try (http) {
                answer(new Exchange(http), path, methods, handler);
            }
        });
    }

    private void answer(Exchange exchange, String path, Set<String> methods, PageHandler handler) throws IOException {
        try {
            if (faults.isDown()) {
                exchange.header("Retry-After", "5");
                exchange.page(503, pages.message("Out of order", "The provider is down for the moment."));
            } else if (!path.equals("/") && !exchange.path().equals(path)) {
                nothingHere(exchange);
            } else if (!methods.contains(exchange.method())) {
                exchange.header("Allow", String.join(", ", methods));
                exchange.send(405, "");
            } else {
                handler.answer(exchange);
            }
        } catch (Exchange.TooLargeException e) {
            exchange.send(413, "");
        } catch (RuntimeException e) {
            LOG.error("the sandbox provider cannot answer {}", path, e);
            exchange.send(500, "");
        }
    }
}

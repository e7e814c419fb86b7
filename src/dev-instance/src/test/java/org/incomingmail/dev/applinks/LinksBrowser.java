package org.incomingmail.dev.applinks;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.incomingmail.dev.Instance;
import org.incomingmail.dev.Visitor;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** An administrator in front of the screens of Application links. */
final class LinksBrowser {
    static final String LIST = "/admin/applinks/listapplicationlinks.action";
    static final String FORM = "/admin/applinks/outgoing.action";
    static final String VIEW = "/admin/applinks/viewlink.action";
    static final String ROTATE = "/admin/applinks/rotatesecret.action";
    static final String REMOVE = "/admin/applinks/removelink.action";
    private final Visitor visitor;
    private final String contextPath;

    LinksBrowser(Instance instance) throws Exception {
        visitor = new Visitor(instance.baseUrl());
        contextPath = instance.options().contextPath();
        visitor.logIn("admin", "admin");
        visitor.confirm("admin");
    }

    Document page(String path, String... headers) throws Exception {
        HttpResponse<String> answer = visitor.get(path, headers);
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + ": " + answer.statusCode() + "\n" + answer.body());
        }
        return Jsoup.parse(answer.body());
    }

    HttpResponse<String> get(String address) throws Exception {
        return visitor.get(local(address));
    }

    HttpResponse<String> send(String path, Map<String, String> fields) throws Exception {
        Map<String, String> form = new HashMap<>(fields);
        form.put("atl_token", visitor.token(FORM + "?provider=CUSTOM"));
        return visitor.post(path, form);
    }

    /** Where an answer sends the browser, as a path below the context path. */
    String local(HttpResponse<String> answer) {
        return local(location(answer));
    }

    private String local(String address) {
        URI uri = URI.create(address);
        String path = uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
        return path.startsWith(contextPath) ? path.substring(contextPath.length()) : path;
    }

    static String location(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Location")
                .orElseThrow(() -> new AssertionError(answer.statusCode() + "\n" + answer.body()));
    }

    /** Saves a link to the provider and answers with its id. */
    String create(LocalProvider provider, String name) throws Exception {
        HttpResponse<String> saved = send(FORM, fields(provider, name));
        return local(saved).replaceAll(".*id=([^&]+).*", "$1");
    }

    static Map<String, String> fields(LocalProvider provider, String name) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("provider", "CUSTOM");
        fields.put("name", name);
        fields.put("clientId", "the-client");
        fields.put("clientSecret", provider.secret);
        fields.put("scopes", "mail offline_access");
        fields.put("authorizationEndpoint", provider.address("/authorize").toString());
        fields.put("tokenEndpoint", provider.address("/token").toString());
        return fields;
    }

    /** Presses Authorize; where the provider sends the browser back to. */
    String authorize(String id) throws Exception {
        HttpResponse<String> begun = send(VIEW + "?id=" + id, Map.of("action", "authorize"));
        HttpRequest toProvider =
                HttpRequest.newBuilder(URI.create(location(begun))).build();
        return location(HttpClient.newHttpClient().send(toProvider, BodyHandlers.ofString()));
    }
}

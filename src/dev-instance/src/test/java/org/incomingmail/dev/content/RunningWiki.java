package org.incomingmail.dev.content;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.incomingmail.dev.Instance;
import org.incomingmail.dev.house.CommandLine;
import org.incomingmail.dev.people.PeopleRoom;

/** A served wiki with users, and somebody to ask it over HTTP. */
final class RunningWiki implements AutoCloseable {

    final PlainServices services = new PlainServices();
    final Instance instance;
    private final HttpClient http = HttpClient.newHttpClient();

    RunningWiki(Path home, int port) {
        instance = Instance.start(
                CommandLine.parse(List.of("--port", Integer.toString(port), "--home", home.toString())),
                List.of(services, new PeopleRoom(), new ContentRoom()));
    }

    String url(String path) {
        return instance.baseUrl() + path;
    }

    /** With Basic authentication; the password is the name. */
    HttpRequest.Builder as(String user, String path) {
        String secret = Base64.getEncoder().encodeToString((user + ":" + user).getBytes(StandardCharsets.UTF_8));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url(path)));
        return user.isEmpty() ? request : request.header("Authorization", "Basic " + secret);
    }

    HttpResponse<String> get(String user, String path) throws IOException, InterruptedException {
        return http.send(as(user, path).build(), BodyHandlers.ofString());
    }

    HttpResponse<byte[]> bytes(String user, String path) throws IOException, InterruptedException {
        return http.send(as(user, path).build(), BodyHandlers.ofByteArray());
    }

    HttpResponse<String> send(String method, String user, String path, String type, String body)
            throws IOException, InterruptedException {
        return http.send(
                as(user, path)
                        .header("Content-Type", type)
                        .header("X-Atlassian-Token", "no-check")
                        .method(method, BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    @Override
    public void close() {
        instance.close();
    }

    /** For a look at the screens: home folder, port. */
    public static void main(String[] arguments) {
        RunningWiki wiki = new RunningWiki(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
        Runtime.getRuntime().addShutdownHook(new Thread(wiki::close, "shutdown"));
        System.out.println("Ready: " + wiki.instance.baseUrl());
    }
}

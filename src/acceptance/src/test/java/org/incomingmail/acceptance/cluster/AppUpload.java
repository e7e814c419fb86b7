package org.incomingmail.acceptance.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Uploads an app as scripts do, by the resource that the host has for it. */
final class AppUpload {
    private static final String CREDENTIALS = "Basic YWRtaW46YWRtaW4=";
    private static final String BOUNDARY = "boundary-of-the-upload";

    private AppUpload() {}

    /** The app's jar with something more in it. */
    static Path otherBuild(Path folder) throws IOException {
        Path jar = Files.copy(Path.of(System.getProperty("app.jar")), folder.resolve("another.jar"));
        try (FileSystem content = FileSystems.newFileSystem(jar)) {
            Files.writeString(content.getPath("/another.txt"), "another build");
        }
        return jar;
    }

    static void upload(URI baseUrl, Path jar) throws Exception {
        HttpClient http = HttpClient.newHttpClient();
        String resource = baseUrl + "/rest/plugins/1.0/";
        String token = http.send(
                        HttpRequest.newBuilder(URI.create(resource))
                                .header("Authorization", CREDENTIALS)
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .headers()
                .firstValue("upm-token")
                .orElseThrow();
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(resource + "?token=" + token))
                        .header("Authorization", CREDENTIALS)
                        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .POST(body(jar))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    }

    private static HttpRequest.BodyPublisher body(Path jar) throws IOException {
        String head = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"plugin\"; filename=\"app.jar\"\r\n"
                + "Content-Type: application/java-archive\r\n\r\n";
        String tail = "\r\n--" + BOUNDARY + "--\r\n";
        return HttpRequest.BodyPublishers.ofByteArrays(List.of(
                head.getBytes(StandardCharsets.UTF_8), Files.readAllBytes(jar), tail.getBytes(StandardCharsets.UTF_8)));
    }
}

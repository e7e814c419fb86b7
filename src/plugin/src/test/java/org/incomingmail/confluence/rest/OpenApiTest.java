package org.incomingmail.confluence.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.ws.rs.HttpMethod;
import javax.ws.rs.Path;
import org.incomingmail.engine.server.Field;
import org.junit.jupiter.api.Test;

/** The OpenAPI document says what the resources do. */
class OpenApiTest {
    private final String document = read();

    @Test
    void everyResourceAndNoOtherIsDescribed() {
        assertThat(described()).isEqualTo(implemented());
    }

    @Test
    void everyFieldOfAMailServerIsDescribed() {
        for (Field field : Field.values()) {
            String name = field.path().substring(field.path().lastIndexOf('.') + 1);
            assertThat(document).as("field %s", field.path()).contains("\"" + name + "\": {");
        }
    }

    private static TreeSet<String> implemented() {
        TreeSet<String> operations = new TreeSet<>();
        for (Class<?> resource : List.of(
                ServersResource.class,
                RulesResource.class,
                MessagesResource.class,
                WaitingResource.class,
                NoticesResource.class,
                DryRunResource.class,
                RetentionResource.class,
                StatisticsResource.class,
                MetricsResource.class,
                HealthResource.class,
                DescriptionResource.class)) {
            for (Method method : resource.getDeclaredMethods()) {
                Stream.of(method.getAnnotations())
                        .map(Annotation::annotationType)
                        .map(type -> type.getAnnotation(HttpMethod.class))
                        .filter(Objects::nonNull)
                        .forEach(http -> operations.add(http.value() + " " + path(resource, method)));
            }
        }
        return operations;
    }

    private static String path(Class<?> resource, Method method) {
        Path own = method.getAnnotation(Path.class);
        String path = "/" + resource.getAnnotation(Path.class).value() + (own == null ? "" : "/" + own.value());
        return path.replaceAll("\\{(\\w+):[^}]*}", "{$1}");
    }

    /** Reads the paths by their place: two levels in, four spaces; methods six. */
    private TreeSet<String> described() {
        TreeSet<String> operations = new TreeSet<>();
        String path = "";
        for (String line : document.lines().toList()) {
            if (line.matches(" {4}\"/.*\": \\{")) {
                path = line.substring(line.indexOf('"') + 1, line.lastIndexOf('"'));
            } else if (line.matches(" {6}\"(get|post|put|delete)\": \\{")) {
                operations.add(line.replaceAll("[^a-z]", "").toUpperCase(java.util.Locale.ROOT) + " " + path);
            }
        }
        return operations;
    }

    private static String read() {
        try (InputStream file = DescriptionResource.class.getResourceAsStream("openapi.json")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}

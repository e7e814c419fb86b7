package org.incomingmail.engine.explain.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;

/** Runs the command line in this JVM; each line of its output must satisfy the schema it prints. */
final class CommandLine {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final JsonSchema SCHEMA = schema();

    private CommandLine() {}

    record Result(int exit, List<JsonNode> lines, String errors) {
        JsonNode only() {
            Assertions.assertThat(lines).hasSize(1);
            return lines.get(0);
        }
    }

    static Result run(String standardInput, String... arguments) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        int exit = ExplainCommand.run(List.of(arguments), input(standardInput), bytes, print(errors));
        String out = bytes.toString(StandardCharsets.UTF_8);
        List<JsonNode> lines = new ArrayList<>();
        for (String line : out.split("\n")) {
            if (!line.isEmpty()) {
                JsonNode node = parse(line);
                Assertions.assertThat(SCHEMA.validate(node)).as(line).isEmpty();
                lines.add(node);
            }
        }
        return new Result(exit, lines, errors.toString(StandardCharsets.UTF_8));
    }

    static String out(String standardInput, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ExplainCommand.run(List.of(arguments), input(standardInput), out, print(new ByteArrayOutputStream()));
        return out.toString(StandardCharsets.UTF_8);
    }

    private static JsonSchema schema() {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(parse(out("", "--schema")));
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError("Not JSON: " + json, e);
        }
    }

    private static ByteArrayInputStream input(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}

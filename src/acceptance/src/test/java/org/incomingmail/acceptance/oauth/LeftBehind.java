package org.incomingmail.acceptance.oauth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.incomingmail.acceptance.DevInstanceProcess;

/** Everything that a run leaves where somebody could read it: files, database and logs, pages, answers. */
final class LeftBehind {
    private final Map<String, String> texts = new LinkedHashMap<>();

    LeftBehind(DevInstanceProcess instance, List<String> pages, List<String> answers) {
        try (Stream<Path> files = Files.walk(instance.home())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                texts.put(file.toString(), new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (int i = 0; i < pages.size(); i++) {
            texts.put("page " + i, pages.get(i));
        }
        for (int i = 0; i < answers.size(); i++) {
            texts.put("answer " + i, answers.get(i));
        }
        texts.put("output", instance.output());
    }

    /** Where a text is found, in clear or as it is written in a database's UTF-16. */
    List<String> places(String wanted) {
        String wide = new String(wanted.getBytes(StandardCharsets.UTF_16BE), StandardCharsets.ISO_8859_1);
        List<String> places = new ArrayList<>();
        texts.forEach((place, text) -> {
            if (text.contains(wanted) || text.contains(wide)) {
                places.add(place);
            }
        });
        return places;
    }
}

package org.incomingmail.engine.reply;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.incomingmail.engine.reply.Words.Field;

/** Reads the words of each language: a file with lines like {@code wrote: schrieb | hat geschrieben}. */
final class LanguageFiles {
    private static final String INDEX = "languages.txt";

    private final Map<String, List<String>> words = new HashMap<>();

    private LanguageFiles() {}

    static Words read() {
        LanguageFiles files = new LanguageFiles();
        for (String language : lines(INDEX)) {
            lines(language + ".txt").forEach(files::add);
        }
        return files.words();
    }

    private void add(String line) {
        String[] entry = line.split(":", 2);
        List<String> phrases = words.computeIfAbsent(entry[0].strip(), key -> new ArrayList<>());
        for (String phrase : entry[1].split("\\|")) {
            if (!phrase.isBlank()) {
                phrases.add(phrase.strip());
            }
        }
    }

    private Words words() {
        Set<String> openers = Set.copyOf(folded("on"));
        Set<String> prose = new HashSet<>(folded("prose"));
        prose.removeAll(openers);
        return new Words(
                folded("wrote"),
                openers,
                labels(),
                new Phrases(get("original")),
                new Phrases(get("forwarded")),
                Set.copyOf(folded("fwd")),
                new Phrases(get("sent-from")),
                folded("disclaimer"),
                folded("banner"),
                folded("inline"),
                Set.copyOf(prose),
                folded("marker"));
    }

    private Map<String, Set<Field>> labels() {
        Map<String, Set<Field>> labels = new HashMap<>();
        for (Field field : Field.values()) {
            for (String label : folded(field.name().toLowerCase(Locale.ROOT))) {
                labels.computeIfAbsent(label, key -> EnumSet.noneOf(Field.class))
                        .add(field);
            }
        }
        return Map.copyOf(labels);
    }

    private List<String> folded(String key) {
        return get(key).stream().map(Folded::of).distinct().toList();
    }

    private List<String> get(String key) {
        return words.getOrDefault(key, List.of());
    }

    private static List<String> lines(String file) {
        InputStream stream =
                Objects.requireNonNull(LanguageFiles.class.getResourceAsStream(file), () -> "No resource " + file);
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.incomingmail.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * docs/codes.md and docs/codes.ja.md say for every code what the bundles say. Run with -DupdateDocs=true to write them
 * anew.
 */
class CodeDocumentationTest {
    private static final Path BUNDLES = Path.of("src/main/resources/org/incomingmail/engine/codes");
    private static final String PREFIX = "incoming-mail.code.";

    @ParameterizedTest
    @CsvSource({"'', codes.md, Codes, Code, Cause, Remedy", "_ja, codes.ja.md, コード一覧, コード, 原因, 対処"})
    void theListOfCodesIsTrue(String suffix, String file, String title, String code, String cause, String remedy)
            throws IOException {
        StringBuilder page = new StringBuilder(
                "# " + title + "\n\n| " + code + " | " + cause + " | " + remedy + " |\n|---|---|---|\n");
        texts(suffix).forEach((id, row) -> page.append("| `")
                .append(id)
                .append("` | ")
                .append(row.get(0))
                .append(" | ")
                .append(row.get(1))
                .append(" |\n"));
        Path documented = Path.of("../../docs").resolve(file);
        if (Boolean.getBoolean("updateDocs")) {
            Files.writeString(documented, page);
        }

        assertThat(documented)
                .as("%s differs from the bundles; write it anew with -DupdateDocs=true", documented)
                .hasContent(page.toString());
    }

    @Test
    void everyCodeIsExplainedInBothLanguages() {
        assertThat(new TreeSet<>(texts("_ja").keySet()))
                .isEqualTo(new TreeSet<>(texts("").keySet()));
    }

    private static TreeMap<String, List<String>> texts(String suffix) {
        TreeMap<String, List<String>> rows = new TreeMap<>();
        try (Stream<Path> bundles = Files.list(BUNDLES)) {
            for (Path bundle :
                    bundles.filter(path -> language(path).equals(suffix)).toList()) {
                Properties texts = new Properties();
                try (Reader in = Files.newBufferedReader(bundle)) {
                    texts.load(in);
                }
                for (String key : texts.stringPropertyNames()) {
                    if (key.startsWith(PREFIX) && key.endsWith(".cause")) {
                        String id = key.substring(PREFIX.length(), key.length() - ".cause".length());
                        rows.put(
                                id,
                                List.of(
                                        cell(texts.getProperty(key)),
                                        cell(texts.getProperty(PREFIX + id + ".remedy"))));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    private static String language(Path bundle) {
        return bundle.getFileName().toString().endsWith("_ja.properties") ? "_ja" : "";
    }

    private static String cell(String text) {
        return text.replace("''", "'").replaceAll("\\{\\d}", "…").replace("|", "\\|");
    }
}

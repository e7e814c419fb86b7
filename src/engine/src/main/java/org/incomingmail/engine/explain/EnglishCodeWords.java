package org.incomingmail.engine.explain;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/** The engine's own texts in English, whatever the language of the machine. */
final class EnglishCodeWords implements CodeWords {
    private static final List<String> ROOMS = List.of("delivery", "screening", "routing", "publishing");

    private final Properties texts = new Properties();

    EnglishCodeWords() {
        for (String room : ROOMS) {
            try (InputStream file =
                    getClass().getResourceAsStream("/org/incomingmail/engine/codes/" + room + ".properties")) {
                if (file != null) {
                    texts.load(new InputStreamReader(file, StandardCharsets.UTF_8));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public String cause(String code, List<String> arguments) {
        String text = texts.getProperty("incoming-mail.code." + code + ".cause", "");
        return new MessageFormat(text, Locale.ROOT).format(arguments.toArray());
    }
}

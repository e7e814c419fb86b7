package org.incomingmail.dev.web;

import com.atlassian.sal.api.message.I18nResolver;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Serializable;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.incomingmail.dev.kernel.App;
import org.incomingmail.dev.kernel.DescriptorElement;
import org.incomingmail.dev.kernel.DescriptorException;
import org.incomingmail.dev.kernel.ModuleType;
import org.jspecify.annotations.Nullable;

/** The texts of all enabled apps and rooms, in every language they bring. A missing key answers with the key. */
final class Texts implements I18nResolver {

    private final List<Catalogue> catalogues = new CopyOnWriteArrayList<>();
    private final Supplier<Locale> locale;

    Texts(Supplier<Locale> locale) {
        this.locale = locale;
    }

    /** Adds the .properties files (UTF-8) of a base name such as "org.example.messages". */
    ModuleType.OpenModule add(App app, DescriptorElement resource) throws DescriptorException {
        String path = resource.required("location").replace('.', '/');
        Catalogue catalogue = new Catalogue(app, path);
        if (catalogue.in("").isEmpty()) {
            throw new DescriptorException("there is no file " + path + ".properties in the app");
        }
        catalogues.add(catalogue);
        return () -> catalogues.remove(catalogue);
    }

    @Override
    public String getText(String key) {
        return getText(locale.get(), key);
    }

    @Override
    public String getText(String key, Serializable... arguments) {
        return getText(locale.get(), key, arguments);
    }

    @Override
    public String getText(Locale language, String key) {
        return format(pattern(language, key), language, new Serializable[0]).orElse(key);
    }

    @Override
    public String getText(Locale language, String key, Serializable... arguments) {
        return format(pattern(language, key), language, arguments).orElse(key);
    }

    @Override
    public String getRawText(String key) {
        String pattern = pattern(locale.get(), key);
        return pattern == null ? key : pattern;
    }

    private static Optional<String> format(@Nullable String pattern, Locale language, Serializable[] arguments) {
        return Optional.ofNullable(pattern).map(text -> filled(text, language, arguments));
    }

    private static String filled(String pattern, Locale language, Serializable[] arguments) {
        try {
            return new MessageFormat(pattern, language).format(arguments);
        } catch (IllegalArgumentException e) {
            return pattern;
        }
    }

    private @Nullable String pattern(Locale language, String key) {
        for (String suffix : suffixes(language)) {
            for (Catalogue catalogue : catalogues) {
                String text = catalogue.in(suffix).get(key);
                if (text != null) {
                    return text;
                }
            }
        }
        return null;
    }

    private static List<String> suffixes(Locale language) {
        List<String> suffixes = new ArrayList<>();
        if (!language.getCountry().isEmpty()) {
            suffixes.add("_" + language.getLanguage() + "_" + language.getCountry());
        }
        suffixes.add("_" + language.getLanguage());
        suffixes.add("");
        return suffixes;
    }

    /** The files of one base name, read when first asked for. */
    private static final class Catalogue {
        private final App app;
        private final String path;
        private final Map<String, Map<String, String>> bySuffix = new ConcurrentHashMap<>();

        Catalogue(App app, String path) {
            this.app = app;
            this.path = path;
        }

        Map<String, String> in(String suffix) {
            return bySuffix.computeIfAbsent(suffix, this::read);
        }

        private Map<String, String> read(String suffix) {
            Optional<URL> file = app.resource(path + suffix + ".properties");
            if (file.isEmpty()) {
                return Map.of();
            }
            Properties properties = new Properties();
            try (Reader reader = new InputStreamReader(file.get().openStream(), StandardCharsets.UTF_8)) {
                properties.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                throw new IllegalStateException(app.key() + ": " + path + suffix + ".properties can't be read", e);
            }
            Map<String, String> texts = new ConcurrentHashMap<>();
            properties.forEach((key, value) -> texts.put(String.valueOf(key), String.valueOf(value)));
            return texts;
        }
    }
}

package org.incomingmail.confluence.notices;

import java.text.DateFormat;
import java.text.MessageFormat;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TimeZone;
import org.incomingmail.engine.failure.Code;

/** The words of a notice in one receiver's language; English for languages that we do not have. */
final class NoticeTexts {
    private static final List<String> CODES = List.of("connection", "provider", "delivery", "server");

    private final Locale language;
    private final ResourceBundle texts;

    NoticeTexts(Locale locale) {
        this.language = locale.getLanguage().equals(Locale.JAPANESE.getLanguage()) ? Locale.JAPANESE : Locale.ROOT;
        this.texts = bundle("i18n.notification", NoticeTexts.class);
    }

    String text(String key, Object... arguments) {
        return MessageFormat.format(texts.getString("incoming-mail.notice." + key), arguments);
    }

    String moment(Instant moment) {
        DateFormat format = DateFormat.getDateTimeInstance(
                DateFormat.MEDIUM, DateFormat.LONG, language == Locale.ROOT ? Locale.ENGLISH : language);
        format.setTimeZone(TimeZone.getDefault());
        return format.format(Date.from(moment));
    }

    String cause(String code, List<String> arguments) {
        return of(code, "cause", arguments);
    }

    String remedy(String code, List<String> arguments) {
        return of(code, "remedy", arguments);
    }

    /** Empty for a code of another version of the app. */
    private String of(String code, String part, List<String> arguments) {
        String key = "incoming-mail.code." + code + "." + part;
        for (String name : CODES) {
            ResourceBundle codes = bundle("org.incomingmail.engine.codes." + name, Code.class);
            if (codes.containsKey(key)) {
                return MessageFormat.format(codes.getString(key), arguments.toArray());
            }
        }
        return "";
    }

    private ResourceBundle bundle(String name, Class<?> beside) {
        return ResourceBundle.getBundle(
                name,
                language,
                beside.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}

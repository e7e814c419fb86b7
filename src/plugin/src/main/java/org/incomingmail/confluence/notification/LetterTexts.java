package org.incomingmail.confluence.notification;

import java.text.DateFormat;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.incomingmail.engine.delivery.Letter;

/** The words of a letter in its receiver's language. */
final class LetterTexts {
    private static final List<String> CODES =
            List.of("routing", "trust", "waiting", "publishing", "screening", "delivery");

    private final NotificationTexts texts;
    private final Locale locale;

    LetterTexts(Locale locale) {
        this.texts = new NotificationTexts(locale);
        this.locale = locale.getLanguage().equals(Locale.JAPANESE.getLanguage()) ? Locale.JAPANESE : Locale.ROOT;
    }

    String subject(Letter letter) {
        String subject = letter.about().subject();
        return texts.text("letter." + letter.kind() + ".subject", subject == null ? "" : subject);
    }

    /** @param link to what is confirmed or was created; may be empty */
    String body(Letter letter, String link) {
        String subject = letter.about().subject();
        String sender = letter.about().sender();
        String expires = letter.link()
                .map(way -> DateFormat.getDateTimeInstance(
                                DateFormat.MEDIUM, DateFormat.LONG, locale == Locale.ROOT ? Locale.ENGLISH : locale)
                        .format(Date.from(way.expires())))
                .orElse("");
        String why = letter.code() == null ? "" : letter.code() + ": " + cause(letter.code(), letter.arguments());
        return texts.text(
                                "letter." + letter.kind() + ".body",
                                subject == null ? "" : subject,
                                letter.server().toAddress(),
                                link,
                                expires,
                                why,
                                sender == null ? "" : sender)
                        .strip()
                + "\n";
    }

    /** What a code means, without what concerns administrators only. */
    private String cause(String code, List<String> arguments) {
        String key = "incoming-mail.code." + code + ".cause";
        for (String name : CODES) {
            try {
                ResourceBundle bundle = ResourceBundle.getBundle(
                        "org.incomingmail.engine.codes." + name,
                        locale,
                        Letter.class.getClassLoader(),
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
                if (bundle.containsKey(key)) {
                    return java.text.MessageFormat.format(bundle.getString(key), arguments.toArray());
                }
            } catch (MissingResourceException notThere) {
                // the next bundle may know it
            }
        }
        return "";
    }
}

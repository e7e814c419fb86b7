package org.incomingmail.confluence.notification;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.incomingmail.engine.reply.ReplyMarker;

/** The words of a notification in one receiver's language. */
final class NotificationTexts {
    private final ResourceBundle bundle;
    private final boolean japanese;

    NotificationTexts(Locale locale) {
        japanese = locale.getLanguage().equals(Locale.JAPANESE.getLanguage());
        // English for everybody else, whatever language the server itself runs in
        bundle = ResourceBundle.getBundle(
                "i18n.notification",
                japanese ? Locale.JAPANESE : Locale.ROOT,
                NotificationTexts.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    String text(String key, Object... arguments) {
        return MessageFormat.format(bundle.getString("incoming-mail.notification." + key), arguments);
    }

    String replyMarker() {
        return japanese ? ReplyMarker.JAPANESE : ReplyMarker.ENGLISH;
    }
}

package org.incomingmail.engine.publishing;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.incomingmail.engine.message.IncomingAttachment;

/** Says on the page which files of the mail were left out, in the wiki's language. */
public final class LeftOutNotes {
    private static final String BUNDLE = "org.incomingmail.engine.publishing.left-out";

    private LeftOutNotes() {}

    /** The publication with a note below it for each file. */
    public static Composition.Publication add(
            Composition.Publication publication, List<LeftOut> leftOut, Locale locale) {
        if (leftOut.isEmpty()) {
            return publication;
        }
        String notes = notes(leftOut, locale);
        return new Composition.Publication(
                publication.attachments(), attachedAs -> publication.storageFormat(attachedAs) + notes);
    }

    private static String notes(List<LeftOut> leftOut, Locale locale) {
        ResourceBundle texts = ResourceBundle.getBundle(
                BUNDLE,
                locale,
                LeftOutNotes.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        XmlText xml = new XmlText();
        for (LeftOut one : leftOut) {
            IncomingAttachment file = one.file();
            String reason = texts.getString(one.reason().name());
            String size = file.size() < 1024 ? file.size() + " B" : (file.size() + 1023) / 1024 + " KB";
            String line = new MessageFormat(texts.getString("line"), locale)
                    .format(new Object[] {shortened(file.name()), size, reason});
            xml.open("p").open("em").text(line).close().close();
        }
        return xml.toString();
    }

    private static String shortened(String name) {
        String clean = name.replaceAll("\\p{Cntrl}", " ").strip();
        return clean.length() > 150 ? clean.substring(0, clean.offsetByCodePoints(0, 140)) + "..." : clean;
    }
}

package org.incomingmail.engine.publishing;

import org.incomingmail.engine.message.IncomingMessage;

/** The text of a message, from its HTML or its plain text. */
interface Written {

    boolean isBlank();

    /** All of it in storage format. */
    String whole(Images images);

    /** The reply, and behind a title what was trimmed from it. */
    String reply(Images images, Wording wording);

    /** HTML unless it says nothing while the plain text does. */
    static Written of(IncomingMessage message) {
        if (message.html().isPresent()) {
            WrittenHtml html = new WrittenHtml(message.html().get(), message.subject());
            if (!html.isBlank() || message.text().isEmpty()) {
                return html;
            }
        }
        return new WrittenText(message.text().orElse(""), message.subject());
    }

    static String expand(String title, String storageFormat) {
        return new XmlText()
                .open("ac:structured-macro", "ac:name", "expand")
                .open("ac:parameter", "ac:name", "title")
                .text(title)
                .close()
                .open("ac:rich-text-body")
                .raw(storageFormat)
                .close()
                .close()
                .toString();
    }
}

package org.incomingmail.engine.publishing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.incomingmail.engine.message.IncomingMessage;
import org.incomingmail.engine.message.MessageReader;
import org.incomingmail.engine.routing.Decision;
import org.incomingmail.engine.wiki.WikiUser;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Raw mail to content, and content checked by an XML parser. */
final class Publications {
    private static final WikiUser ANN = new WikiUser("ann-key", "ann", "Ann Example", "ann@example.com");
    private static final Publisher PUBLISHER = new Publisher(Wording.english());

    private Publications() {}

    static IncomingMessage read(byte[] raw) {
        try {
            return new MessageReader().read(() -> new ByteArrayInputStream(raw));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static IncomingMessage html(String html) {
        return read(("From: ann@example.com\nSubject: x\nContent-Type: text/html; charset=utf-8\n\n" + html)
                .getBytes(StandardCharsets.UTF_8));
    }

    static IncomingMessage text(String text) {
        return read(("From: ann@example.com\nSubject: x\nContent-Type: text/plain; charset=utf-8\n\n" + text)
                .getBytes(StandardCharsets.UTF_8));
    }

    static Composition page(IncomingMessage message) {
        return PUBLISHER.compose(message, new Decision.NewPage(ANN, "DEMO", Optional.empty(), "Title"));
    }

    static Composition reply(IncomingMessage message) {
        return PUBLISHER.compose(message, new Decision.Reply(ANN, 7, Optional.empty()));
    }

    static String storageFormat(Composition composition) {
        return composition instanceof Composition.Publication publication ? publication.storageFormat() : "";
    }

    /** Parses storage format as XML, so that a mistake in it fails. */
    static Document xml(String storageFormat) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            javax.xml.parsers.DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new InputSource(
                    new StringReader("<root xmlns:ac=\"urn:ac\" xmlns:ri=\"urn:ri\">" + storageFormat + "</root>")));
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new AssertionError("Not well-formed: " + e.getMessage() + "\n" + storageFormat, e);
        }
    }

    /** What a reader sees, blanks collapsed. */
    static String seen(String storageFormat) {
        return org.jsoup.Jsoup.parse(storageFormat)
                .text()
                .replace('\u00a0', ' ')
                .replaceAll("\\s+", " ")
                .strip();
    }
}

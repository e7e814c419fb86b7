package org.incomingmail.dev.content.markup;

import java.io.IOException;
import java.io.StringReader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.jsoup.parser.Parser;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** Storage format: well-formed XHTML with HTML's named entities and the prefixes ac: and ri:. */
public final class StorageFormat {

    static final String AC = "http://atlassian.com/content";
    static final String RI = "http://atlassian.com/resource/identifier";
    private static final String OPEN = "<storage xmlns:ac=\"" + AC + "\" xmlns:ri=\"" + RI + "\">";
    // entities in CDATA and comments are plain text
    private static final Pattern ENTITY =
            Pattern.compile("<!\\[CDATA\\[.*?]]>|<!--.*?-->|&([A-Za-z][A-Za-z0-9]*);", Pattern.DOTALL);

    private StorageFormat() {}

    /**
     * Accepts a body, or says what is wrong with it.
     *
     * @throws StorageFormatException if it is not well-formed
     */
    public static void check(String body) {
        try {
            SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.newSAXParser().parse(source(body), new DefaultHandler());
        } catch (SAXException e) {
            throw malformed(e);
        } catch (IOException | ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The body as a tree below one root element. */
    static Document parse(String body) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setExpandEntityReferences(false);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            return builder.parse(source(body));
        } catch (SAXException e) {
            throw malformed(e);
        } catch (IOException | ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static InputSource source(String body) {
        return new InputSource(new StringReader(OPEN + numericEntities(body) + "</storage>"));
    }

    /** XML knows five named entities, XHTML has 253: the rest become numbers; unknown ones stay and are refused. */
    private static String numericEntities(String body) {
        Matcher matcher = ENTITY.matcher(body);
        StringBuilder out = new StringBuilder(body.length());
        while (matcher.find()) {
            String name = matcher.group(1);
            matcher.appendReplacement(
                    out, Matcher.quoteReplacement(name == null ? matcher.group() : numeric(name, matcher.group())));
        }
        return matcher.appendTail(out).toString();
    }

    private static String numeric(String name, String entity) {
        if (name.equals("amp")
                || name.equals("lt")
                || name.equals("gt")
                || name.equals("quot")
                || name.equals("apos")) {
            return entity;
        }
        String text = Parser.unescapeEntities(entity, true);
        if (text.equals(entity)) {
            return entity;
        }
        StringBuilder numbers = new StringBuilder();
        text.codePoints().forEach(c -> numbers.append("&#").append(c).append(';'));
        return numbers.toString();
    }

    private static StorageFormatException malformed(SAXException e) {
        if (e instanceof SAXParseException) {
            SAXParseException at = (SAXParseException) e;
            int column =
                    at.getLineNumber() == 1 ? Math.max(1, at.getColumnNumber() - OPEN.length()) : at.getColumnNumber();
            return new StorageFormatException("Error parsing xhtml: " + at.getMessage() + " at line "
                    + at.getLineNumber() + ", column " + column);
        }
        return new StorageFormatException("Error parsing xhtml: " + e.getMessage());
    }
}

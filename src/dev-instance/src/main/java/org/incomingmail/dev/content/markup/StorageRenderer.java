package org.incomingmail.dev.content.markup;

import java.util.Locale;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/** Storage format to HTML for the screen; what comes out is safe whatever went in. */
public final class StorageRenderer {

    // deeper than any editor makes it, shallower than the stack
    private static final int DEEPEST = 200;

    private final Addresses addresses;
    private final HtmlOut out = new HtmlOut();
    private int depth;

    private StorageRenderer(Addresses addresses) {
        this.addresses = addresses;
    }

    /** Renders a body; one that is not well-formed shows an error in its place. */
    public static String render(String storage, Addresses addresses) {
        StorageRenderer renderer = new StorageRenderer(addresses);
        try {
            renderer.children(StorageFormat.parse(storage).getDocumentElement());
        } catch (StorageFormatException e) {
            renderer.error("Error rendering content: " + e.getMessage());
        }
        return renderer.out.toString();
    }

    HtmlOut out() {
        return out;
    }

    Addresses addresses() {
        return addresses;
    }

    void error(String message) {
        out.raw("<span class=\"error\">").text(message).raw("</span>");
    }

    void children(Node parent) {
        if (depth >= DEEPEST) {
            error("Content is nested too deeply");
            return;
        }
        depth++;
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node.getNodeType() == Node.TEXT_NODE || node.getNodeType() == Node.CDATA_SECTION_NODE) {
                out.text(node.getNodeValue());
            } else if (node instanceof Element) {
                element((Element) node);
            }
        }
        depth--;
    }

    private void element(Element element) {
        String namespace = element.getNamespaceURI();
        if (StorageFormat.AC.equals(namespace)) {
            wikiElement(element);
        } else if (namespace == null) {
            htmlElement(element);
        }
    }

    private void htmlElement(Element element) {
        String name = element.getLocalName().toLowerCase(Locale.ROOT);
        if (AllowedHtml.silent(name)) {
            return;
        }
        if (!AllowedHtml.element(name)) {
            children(element);
            return;
        }
        out.raw("<" + name);
        attributes(name, element);
        out.raw(">");
        if (!AllowedHtml.VOID.contains(name)) {
            children(element);
            out.raw("</" + name + ">");
        }
    }

    private void attributes(String name, Element element) {
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            Attr attribute = (Attr) attributes.item(i);
            if (attribute.getNamespaceURI() == null) {
                String key = attribute.getName().toLowerCase(Locale.ROOT);
                out.attribute(key, AllowedHtml.attribute(name, key, attribute.getValue()));
            }
        }
        if (name.equals("a") && element.getAttribute("href").strip().matches("(?i)(https?:)?//.*")) {
            out.raw(" class=\"external-link\" rel=\"nofollow noopener\"");
        }
    }

    private void wikiElement(Element element) {
        switch (element.getLocalName()) {
            case "structured-macro", "macro" -> new Macro(element, this).render();
            case "image" -> new WikiLinks(this).image(element);
            case "link" -> new WikiLinks(this).link(element);
            case "task-list" -> wrapped("ul", "inline-task-list", element);
            case "task" -> task(element);
            case "layout", "layout-section", "layout-cell" -> wrapped("div", element.getLocalName(), element);
            case "inline-comment-marker", "adf-extension" -> children(element);
            case "emoticon" -> out.text(emoticon(element));
            default -> {}
        }
    }

    private void task(Element task) {
        boolean done = "complete".equals(Elements.text(Elements.child(task, "task-status")));
        out.raw("<li><input type=\"checkbox\" disabled" + (done ? " checked" : "") + "> ");
        Element body = Elements.child(task, "task-body");
        if (body != null) {
            children(body);
        }
        out.raw("</li>");
    }

    private void wrapped(String tag, String cssClass, Element element) {
        out.raw("<" + tag + " class=\"" + cssClass + "\">");
        children(element);
        out.raw("</" + tag + ">");
    }

    private static String emoticon(Element element) {
        String fallback = element.getAttributeNS(StorageFormat.AC, "emoji-fallback");
        return fallback.isEmpty() ? "(" + element.getAttributeNS(StorageFormat.AC, "name") + ")" : fallback;
    }
}

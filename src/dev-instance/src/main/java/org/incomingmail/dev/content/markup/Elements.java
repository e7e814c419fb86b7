package org.incomingmail.dev.content.markup;

import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Looks into the tree without walking all of it. */
final class Elements {

    private Elements() {}

    /** The first child element of this local name. */
    static @Nullable Element child(Node parent, String localName) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element && localName.equals(node.getLocalName())) {
                return (Element) node;
            }
        }
        return null;
    }

    /** The first child element of the ri: prefix, which names what a link or image is about. */
    static @Nullable Element resource(Node parent) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element && StorageFormat.RI.equals(node.getNamespaceURI())) {
                return (Element) node;
            }
        }
        return null;
    }

    /** Text right below the element; elements in it are passed over. */
    static String text(@Nullable Element element) {
        StringBuilder text = new StringBuilder();
        for (Node node = element == null ? null : element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node.getNodeType() == Node.TEXT_NODE || node.getNodeType() == Node.CDATA_SECTION_NODE) {
                text.append(node.getNodeValue());
            }
        }
        return text.toString();
    }
}

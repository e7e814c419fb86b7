package org.incomingmail.dev.content.markup;

import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** The storage format's own images and links, which name attachments, pages and people instead of addresses. */
final class WikiLinks {

    private final StorageRenderer renderer;
    private final HtmlOut out;

    WikiLinks(StorageRenderer renderer) {
        this.renderer = renderer;
        this.out = renderer.out();
    }

    void image(Element image) {
        Element resource = Elements.resource(image);
        String address = resource == null
                ? ""
                : resource.getLocalName().equals("url")
                        ? AllowedHtml.image(ri(resource, "value"))
                        : resource.getLocalName().equals("attachment") ? attachment(resource) : "";
        if (address.isEmpty()) {
            renderer.error("Image not found" + (resource == null ? "" : ": " + name(resource)));
            return;
        }
        String alt = image.getAttributeNS(StorageFormat.AC, "alt");
        out.raw("<img class=\"confluence-embedded-image\"")
                .attribute("src", address)
                .raw(" alt=\"")
                .text(alt.isEmpty() && resource != null ? name(resource) : alt)
                .raw("\"")
                .attribute("width", pixels(image, "width"))
                .attribute("height", pixels(image, "height"))
                .raw(" loading=\"lazy\">");
    }

    void link(Element link) {
        Element resource = Elements.resource(link);
        String address = resource == null ? anchor(link) : address(resource);
        if (address.isEmpty()) {
            out.raw("<span class=\"unresolved\">");
            label(link, resource);
            out.raw("</span>");
            return;
        }
        out.raw("<a").attribute("href", address).raw(">");
        label(link, resource);
        out.raw("</a>");
    }

    private String address(Element resource) {
        return switch (resource.getLocalName()) {
            case "attachment" -> attachment(resource);
            case "page" -> renderer.addresses().page(ri(resource, "space-key"), ri(resource, "content-title"));
            case "url" -> AllowedHtml.link(ri(resource, "value"));
            default -> "";
        };
    }

    private String attachment(Element resource) {
        String fileName = ri(resource, "filename");
        Element page = Elements.child(resource, "page");
        return page == null
                ? renderer.addresses().attachment(fileName)
                : renderer.addresses().attachment(ri(page, "space-key"), ri(page, "content-title"), fileName);
    }

    private void label(Element link, @Nullable Element resource) {
        Element rich = Elements.child(link, "link-body");
        Element plain = Elements.child(link, "plain-text-link-body");
        if (rich != null) {
            renderer.children(rich);
        } else if (plain != null) {
            out.text(Elements.text(plain));
        } else if (resource != null) {
            out.text(name(resource));
        }
    }

    private String name(Element resource) {
        return switch (resource.getLocalName()) {
            case "attachment" -> ri(resource, "filename");
            case "page" -> ri(resource, "content-title");
            case "user" -> renderer.addresses().userName(ri(resource, "userkey"));
            default -> ri(resource, "value");
        };
    }

    private static String anchor(Element link) {
        String anchor = link.getAttributeNS(StorageFormat.AC, "anchor");
        return anchor.isEmpty() ? "" : "#" + anchor;
    }

    private static String pixels(Element image, String name) {
        String value = image.getAttributeNS(StorageFormat.AC, name);
        return value.matches("\\d{1,4}") ? value : "";
    }

    private static String ri(Element resource, String name) {
        return resource.getAttributeNS(StorageFormat.RI, name);
    }
}

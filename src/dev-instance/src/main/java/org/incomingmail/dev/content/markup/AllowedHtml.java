package org.incomingmail.dev.content.markup;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The HTML that may reach a reader: everything else is left out. */
final class AllowedHtml {

    static final Set<String> VOID = Set.of("br", "hr", "img", "col");
    private static final Set<String> ELEMENTS = Set.of(
            "p",
            "br",
            "hr",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "strong",
            "b",
            "em",
            "i",
            "u",
            "s",
            "del",
            "ins",
            "sub",
            "sup",
            "small",
            "big",
            "code",
            "pre",
            "tt",
            "kbd",
            "samp",
            "var",
            "abbr",
            "cite",
            "q",
            "blockquote",
            "span",
            "div",
            "center",
            "ul",
            "ol",
            "li",
            "dl",
            "dt",
            "dd",
            "table",
            "thead",
            "tbody",
            "tfoot",
            "tr",
            "th",
            "td",
            "caption",
            "colgroup",
            "col",
            "a",
            "img",
            "time");
    /** Their text is no text either. */
    private static final Set<String> SILENT = Set.of(
            "script",
            "style",
            "iframe",
            "object",
            "embed",
            "applet",
            "svg",
            "math",
            "template",
            "noscript",
            "head",
            "title",
            "textarea",
            "select",
            "xmp",
            "noembed",
            "noframes",
            "plaintext");

    private static final Set<String> ANYWHERE = Set.of("title", "lang", "dir", "class", "style");
    private static final Map<String, Set<String>> ATTRIBUTES = Map.of(
            "a", Set.of("href"),
            "img", Set.of("src", "alt", "width", "height"),
            "td", Set.of("colspan", "rowspan"),
            "th", Set.of("colspan", "rowspan", "scope"),
            "col", Set.of("span", "width"),
            "ol", Set.of("start", "type"),
            "time", Set.of("datetime"));
    private static final Set<String> SCHEMES = Set.of("http", "https", "mailto", "tel", "ftp");
    private static final Set<String> STYLES = Set.of(
            "color",
            "background-color",
            "text-align",
            "text-decoration",
            "font-weight",
            "font-style",
            "margin-left",
            "padding-left",
            "width",
            "vertical-align",
            "white-space",
            "list-style-type");
    private static final Pattern STYLE_VALUE = Pattern.compile("[#\\w .,%()-]{1,100}");
    private static final Pattern CLASS = Pattern.compile("[\\w -]{1,200}");

    private AllowedHtml() {}

    static boolean element(String name) {
        return ELEMENTS.contains(name);
    }

    static boolean silent(String name) {
        return SILENT.contains(name);
    }

    /** The value as it may be shown, or empty when the attribute must not be there. */
    static String attribute(String element, String name, String value) {
        if (!ANYWHERE.contains(name)
                && !ATTRIBUTES.getOrDefault(element, Set.of()).contains(name)) {
            return "";
        }
        return switch (name) {
            case "href" -> link(value);
            case "src" -> image(value);
            case "style" -> style(value);
            case "class" -> CLASS.matcher(value).matches() ? value : "";
            default -> value;
        };
    }

    /** A link to another place, never to code. */
    static String link(String value) {
        String address = value.strip();
        int colon = address.indexOf(':');
        int path = address.indexOf('/');
        if (address.codePoints().anyMatch(c -> c < ' ')) {
            return "";
        }
        boolean relative = colon < 0 || path >= 0 && path < colon || address.startsWith("#") || address.startsWith("?");
        return relative || SCHEMES.contains(address.substring(0, colon).toLowerCase(Locale.ROOT)) ? address : "";
    }

    /** An image from the web or from this wiki. */
    static String image(String value) {
        try {
            String scheme = new URI(value.strip()).getScheme();
            boolean allowed = scheme == null || scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https");
            return allowed ? value.strip() : "";
        } catch (URISyntaxException e) {
            return "";
        }
    }

    private static String style(String value) {
        StringBuilder out = new StringBuilder();
        for (String declaration : value.split(";")) {
            String[] parts = declaration.split(":", 2);
            String property = parts[0].strip().toLowerCase(Locale.ROOT);
            String setting = parts.length == 2 ? parts[1].strip() : "";
            if (STYLES.contains(property)
                    && STYLE_VALUE.matcher(setting).matches()
                    && !setting.toLowerCase(Locale.ROOT).matches(".*(url|expression|attr|var)\\s*\\(.*")) {
                out.append(property).append(": ").append(setting).append("; ");
            }
        }
        return out.toString().strip();
    }
}

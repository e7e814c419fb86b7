package org.incomingmail.engine.publishing;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** What becomes of an HTML element: the list of everything that is let through. */
enum Allowed {
    NOTHING,
    LINE_BREAK,
    RULE,
    IMAGE,
    LINK,
    MARK,
    LINE,
    PARAGRAPH,
    TEXT_BLOCK,
    PARAGRAPH_BLOCK,
    LIST,
    TABLE,
    SHOWN_AS_TEXT,
    CHILDREN;

    private static final Set<String> DROPPED = Set.of(
            "script",
            "style",
            "head",
            "title",
            "meta",
            "link",
            "base",
            "object",
            "embed",
            "applet",
            "iframe",
            "frame",
            "frameset",
            "svg",
            "math",
            "template",
            "audio",
            "video",
            "source",
            "track",
            "canvas",
            "map",
            "area",
            "input",
            "select",
            "option",
            "textarea",
            "xml",
            "param",
            "noembed",
            "noframes",
            "xmp",
            "plaintext");
    private static final Map<String, String> MARKS = Map.ofEntries(
            Map.entry("b", "strong"),
            Map.entry("strong", "strong"),
            Map.entry("i", "em"),
            Map.entry("em", "em"),
            Map.entry("cite", "em"),
            Map.entry("var", "em"),
            Map.entry("u", "u"),
            Map.entry("ins", "u"),
            Map.entry("s", "s"),
            Map.entry("strike", "s"),
            Map.entry("del", "s"),
            Map.entry("sub", "sub"),
            Map.entry("sup", "sup"),
            Map.entry("code", "code"),
            Map.entry("tt", "code"),
            Map.entry("kbd", "code"),
            Map.entry("samp", "code"));
    private static final Set<String> LINES = Set.of(
            "div",
            "center",
            "address",
            "article",
            "section",
            "header",
            "footer",
            "main",
            "nav",
            "aside",
            "fieldset",
            "form",
            "figure",
            "figcaption",
            "dl",
            "dt",
            "dd",
            "details",
            "summary",
            "tr",
            "td",
            "th",
            "tbody",
            "thead",
            "tfoot",
            "caption",
            "li",
            "body");
    private static final Pattern HIDDEN = Pattern.compile(
            "display\\s*:\\s*none|visibility\\s*:\\s*hidden|mso-hide\\s*:\\s*all", Pattern.CASE_INSENSITIVE);
    private static final Pattern NO_MARGIN = Pattern.compile("margin\\s*:\\s*0|margin-(top|bottom)\\s*:\\s*0");

    static Allowed of(Element element) {
        String name = element.normalName();
        if (DROPPED.contains(name) || name.startsWith("v:") || hidden(element)) {
            return NOTHING;
        }
        if (MARKS.containsKey(name)) {
            return MARK;
        }
        if (LINES.contains(name)) {
            return LINE;
        }
        return switch (name) {
            case "br" -> LINE_BREAK;
            case "hr" -> RULE;
            case "img" -> IMAGE;
            case "a" -> LINK;
            case "p" -> tight(element) ? LINE : PARAGRAPH;
            case "h1", "h2", "h3", "h4", "h5", "h6", "pre" -> TEXT_BLOCK;
            case "blockquote" -> PARAGRAPH_BLOCK;
            case "ul", "ol", "menu", "dir" -> LIST;
            case "table" -> TABLE;
            default ->
                name.startsWith("ac:") || name.startsWith("ri:") || name.startsWith("at:") ? SHOWN_AS_TEXT : CHILDREN;
        };
    }

    static String markOf(Element element) {
        return MARKS.getOrDefault(element.normalName(), "em");
    }

    /** Outlook and others write one paragraph per line, without a margin. */
    private static boolean tight(Element paragraph) {
        return paragraph.className().toLowerCase(Locale.ROOT).contains("msonormal")
                || NO_MARGIN.matcher(paragraph.attr("style")).find();
    }

    /** A line with nothing but a no-break space, which is how Outlook writes an empty line. */
    static boolean blankLine(Element line) {
        return line.childNodeSize() > 0
                && line.childNodeSize() < 4
                && line.selectFirst("img, br, hr, table, div") == null
                && line.wholeText().replace('\u00a0', ' ').isBlank()
                && line.wholeText().indexOf('\u00a0') >= 0;
    }

    private static boolean hidden(Element element) {
        return element.hasAttr("hidden")
                || element.hasAttr("style")
                        && HIDDEN.matcher(element.attr("style")).find();
    }

    /** An image too small to be seen. */
    static boolean tracker(Element image) {
        return image.attr("width").matches("[0-2](px)?") || image.attr("height").matches("[0-2](px)?");
    }
}

package org.incomingmail.engine.reply;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;

/** How mail clients mark quotations and signatures in HTML. */
final class QuoteMarkup {
    private static final Set<String> QUOTE_CLASSES = Set.of(
            "gmail_quote",
            "gmail_quote_container",
            "gmail_attr",
            "moz-cite-prefix",
            "yahoo_quoted",
            "protonmail_quote",
            "tutanota_quote",
            "zmail_extra",
            "iosymail",
            "ms-outlook-mobile-reference-message",
            "front-blockquote",
            "cm_quote",
            "missive_quote",
            "spark_quote",
            "qt",
            "replied-msg",
            "ntes-mailmaster-quote",
            "hcw-quote");
    private static final Set<String> QUOTE_IDS = Set.of(
            "olk_src_body_section",
            "mail-editor-reference-message-container",
            "replysplit",
            "origbody",
            "isreplycontent",
            "oriental_quote",
            "yahoo_quoted",
            "divtagdefaultwrapper_quote");
    private static final Set<String> REST_IDS = Set.of("divrplyfwdmsg", "appendonsend", "stopspelling", "zwchr");
    private static final Set<String> SIGNATURE_CLASSES = Set.of(
            "gmail_signature",
            "gmail_signature_prefix",
            "moz-signature",
            "protonmail_signature_block",
            "yahoo-signature",
            "apple-mail-signature",
            "tutanota_signature",
            "bloop_sign",
            "ydp-signature",
            "k9mail-signature",
            "front-signature",
            "missive_signature",
            "email-signature",
            "emailsignature",
            "outlook-signature",
            "signature");
    private static final Set<String> SIGNATURE_IDS = Set.of(
            "signature",
            "ms-outlook-mobile-signature",
            "applemailsignature",
            "composer_signature",
            "bloop_sign",
            "zimbrasignature",
            "_rc_sig",
            "signature_old",
            "ydpsignature");
    private static final String APPLE_SIGNATURE = "linebreakatbeginningofsignature";

    private QuoteMarkup() {}

    static Line.Mark of(Element element) {
        String id = bare(element.id());
        if (!id.isEmpty()) {
            if (REST_IDS.contains(id)) {
                return Line.Mark.REST_IS_QUOTED;
            }
            if (QUOTE_IDS.contains(id) || id.startsWith("yahoo_quoted")) {
                return Line.Mark.QUOTED;
            }
            if (SIGNATURE_IDS.contains(id) || id.startsWith("applemailsignature")) {
                return Line.Mark.SIGNATURE;
            }
        }
        String classes = element.className();
        if (!classes.isEmpty()) {
            List<String> names =
                    List.of(classes.toLowerCase(Locale.ROOT).strip().split("\\s+", 20));
            if (names.stream().map(QuoteMarkup::bare).anyMatch(QUOTE_CLASSES::contains)) {
                return Line.Mark.QUOTED;
            }
            if (names.stream().map(QuoteMarkup::bare).anyMatch(SIGNATURE_CLASSES::contains)) {
                return Line.Mark.SIGNATURE;
            }
            if (names.contains("outlookmessageheader")) {
                return Line.Mark.REST_IS_QUOTED;
            }
        }
        return others(element);
    }

    private static Line.Mark others(Element element) {
        if (element.hasAttr("data-marker")) {
            String marker = element.attr("data-marker");
            return switch (marker) {
                case "__DIVIDER__", "__HEADERS__", "__QUOTED_TEXT__" -> Line.Mark.REST_IS_QUOTED;
                case "__SIG_PRE__", "__SIG_POST__" -> Line.Mark.SIGNATURE;
                default -> Line.Mark.NONE;
            };
        }
        switch (element.attr("name")) {
            case "messageReplySection", "quote" -> {
                return Line.Mark.QUOTED;
            }
            case "messageSignatureSection" -> {
                return Line.Mark.SIGNATURE;
            }
            default -> {}
        }
        if (element.normalName().equals("blockquote")) {
            return element.attr("type").equalsIgnoreCase("cite") ? Line.Mark.QUOTED : Line.Mark.NONE;
        }
        if (element.attr("data-signature-widget").equals("container") || belowApplesLineBreak(element)) {
            return Line.Mark.SIGNATURE;
        }
        return outlookHeader(element) ? Line.Mark.REST_IS_QUOTED : Line.Mark.NONE;
    }

    /** Apple Mail marks the line break in front of a signature. */
    private static boolean belowApplesLineBreak(Element element) {
        Element before = element.normalName().equals("div") ? element.previousElementSibling() : null;
        return before != null && bare(before.id()).equals(APPLE_SIGNATURE);
    }

    /** Outlook on Windows: a thin line above the copied header. */
    private static boolean outlookHeader(Element element) {
        String style = element.attr("style");
        if (!element.normalName().equals("div") || !style.contains("border-top") || !style.contains("solid")) {
            return false;
        }
        String compact = style.toLowerCase(Locale.ROOT).replace(" ", "");
        return (compact.contains("#e1e1e1") || compact.contains("#b5c4df")) && compact.contains("padding:3");
    }

    /** Yahoo, Outlook on the web and others put a prefix in front of ids and classes. */
    private static String bare(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.startsWith("x_") || lower.startsWith("3d")) {
            return lower.substring(2);
        }
        return lower.startsWith("ydp") && lower.endsWith("yahoo_quoted") ? "yahoo_quoted" : lower;
    }
}

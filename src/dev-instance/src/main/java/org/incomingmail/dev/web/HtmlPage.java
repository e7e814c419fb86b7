package org.incomingmail.dev.web;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A page as its author wrote it, taken apart for the decorator. The body is kept to the letter: parsing it would
 * change white space that matters in a textarea.
 */
record HtmlPage(
        String title,
        String head,
        String bodyClass,
        String body,
        Map<String, String> meta,
        Map<String, String> contents) {

    // SiteMesh's element is unknown to HTML: in a head it would end the head, so it goes first
    private static final Pattern CONTENT = Pattern.compile(
            "<content\\s+tag\\s*=\\s*[\"']([^\"']*)[\"']\\s*>(.*?)</content>",
            Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    private static final Pattern BODY = Pattern.compile("<body\\b[^>]*>", Pattern.CASE_INSENSITIVE);

    static HtmlPage parse(String html) {
        Map<String, String> contents = new HashMap<>();
        Matcher content = CONTENT.matcher(html);
        StringBuilder rest = new StringBuilder();
        while (content.find()) {
            contents.put(content.group(1), content.group(2).strip());
            content.appendReplacement(rest, "");
        }
        content.appendTail(rest);
        return taken(rest.toString(), contents);
    }

    private static HtmlPage taken(String html, Map<String, String> contents) {
        String lower = html.toLowerCase(Locale.ROOT);
        Matcher bodyTag = BODY.matcher(html);
        int headEnd = lower.indexOf("</head>");
        boolean hasBody = bodyTag.find(Math.max(headEnd, 0));
        int bodyStart = hasBody ? bodyTag.end() : headEnd >= 0 ? headEnd + 7 : 0;
        int bodyEnd = lower.lastIndexOf("</body>");
        String body = html.substring(bodyStart, bodyEnd >= bodyStart ? bodyEnd : html.length());
        String before = bodyStart == 0 ? "" : html.substring(0, bodyStart);
        Document document = Jsoup.parse(before + (hasBody ? "" : "<body>") + "</body></html>");
        document.outputSettings().prettyPrint(false);
        Map<String, String> meta = new HashMap<>();
        for (Element each : document.head().select("meta[name]")) {
            meta.put(each.attr("name"), each.attr("content"));
        }
        String title = document.title();
        document.head()
                .select("title, meta[name=decorator], meta[charset], meta[http-equiv=content-type]")
                .remove();
        return new HtmlPage(
                title, document.head().html(), document.body().className(), body, Map.copyOf(meta), contents);
    }
}

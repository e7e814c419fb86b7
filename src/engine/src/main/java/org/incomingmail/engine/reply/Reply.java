package org.incomingmail.engine.reply;

import java.util.List;
import org.incomingmail.engine.message.IncomingMessage;
import org.jsoup.Jsoup;

/**
 * The text of a message in three parts, as plain text. Every line of the message is in exactly one of them, in order,
 * and while there is any text, some of it is visible.
 *
 * @param visible what a reader of the comment sees at once
 * @param trimmed what is behind "show trimmed content": quotations and copied messages
 * @param signature signatures, "sent from my phone", disclaimers; behind the same title
 */
public record Reply(String visible, String trimmed, String signature) {

    /** From the HTML unless it says nothing while the plain text does: as the comment is written. */
    public static Reply of(IncomingMessage message) {
        if (message.html().isPresent()) {
            HtmlLines html = HtmlLines.of(Jsoup.parse(message.html().get()).body());
            boolean says = html.lines().stream().anyMatch(line -> !line.blank());
            if (says || message.text().isEmpty()) {
                return of(html.lines(), html.text(), message.subject());
            }
        }
        return ofText(message.text().orElse(""), message.subject());
    }

    public static Reply ofText(String text) {
        return ofText(text, "");
    }

    private static Reply ofText(String text, String subject) {
        return of(TextLines.of(text), List.of(text.split("\n", -1)), subject);
    }

    public static Reply ofHtml(String html) {
        HtmlLines lines = HtmlLines.of(Jsoup.parse(html).body());
        return of(lines.lines(), lines.text(), "");
    }

    private static Reply of(List<Line> lines, List<String> text, String subject) {
        List<Part> parts = ReplySplit.parts(lines, subject);
        return new Reply(
                joined(Part.VISIBLE, parts, text),
                joined(Part.TRIMMED, parts, text),
                joined(Part.SIGNATURE, parts, text));
    }

    private static String joined(Part wanted, List<Part> parts, List<String> text) {
        StringBuilder joined = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            boolean begins = joined.isEmpty() && text.get(i).isBlank();
            if (parts.get(i) == wanted && !begins) {
                joined.append(text.get(i)).append('\n');
            }
        }
        return withoutLastBlanks(joined.toString());
    }

    /** Two dashes at the end keep their blank: without it they would be read as something else. */
    private static String withoutLastBlanks(String text) {
        String said = text.stripTrailing();
        boolean delimiter = said.equals("--") || said.endsWith("\n--");
        return delimiter && text.startsWith("-- ", said.length() - 2) ? said + " " : said;
    }
}

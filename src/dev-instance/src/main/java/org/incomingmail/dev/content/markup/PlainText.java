package org.incomingmail.dev.content.markup;

/** What people type into a box without a toolbar. */
public final class PlainText {

    private PlainText() {}

    /** Blank lines part paragraphs, other line ends stay; characters XML can't hold are left out. */
    public static String toStorage(String text) {
        StringBuilder storage = new StringBuilder();
        for (String paragraph : text.strip().split("\\R\\s*\\R")) {
            storage.append("<p>");
            HtmlOut line = new HtmlOut();
            paragraph.strip().codePoints().filter(PlainText::inXml).forEach(c -> line.text(Character.toString(c)));
            storage.append(line.toString().replaceAll("\\R", "<br/>")).append("</p>");
        }
        return storage.toString();
    }

    // XML 1.0 2.2: Char
    private static boolean inXml(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || c >= 0x20 && c <= 0xD7FF
                || c >= 0xE000 && c <= 0xFFFD
                || c > 0xFFFF;
    }
}

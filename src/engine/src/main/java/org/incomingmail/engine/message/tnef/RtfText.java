package org.incomingmail.engine.message.tnef;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The text of an RTF body, or the HTML that Outlook hid in it (MS-OXRTFEX). Formatting of real RTF is left away: its
 * sender sent text beside it or did not care.
 */
public final class RtfText {
    private static final Pattern FROM_HTML = Pattern.compile("\\\\fromhtml1\\b");
    private static final Set<String> NO_TEXT = Set.of(
            "fonttbl",
            "colortbl",
            "stylesheet",
            "info",
            "pict",
            "object",
            "header",
            "footer",
            "headerl",
            "headerr",
            "footerl",
            "footerr",
            "footnote",
            "pntext",
            "generator",
            "xmlnstbl",
            "listtable",
            "listoverridetable");
    private static final int DEEPEST = 200;
    private static final int LOOKED_AT = 4_096;

    /** What a group inherits from the one around it. */
    private record State(boolean silent, boolean notHtml, int blind) {}

    private final String rtf;
    private final boolean html;
    private final StringBuilder out = new StringBuilder();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Deque<State> outer = new ArrayDeque<>();
    private State state = new State(false, false, 1);
    private Charset charset = StandardCharsets.ISO_8859_1;
    private int at;
    private int blindLeft;
    private boolean optional;

    private RtfText(String rtf) {
        this.rtf = rtf;
        this.html = isHtml(rtf);
    }

    /** Whether HTML is hidden inside. */
    public static boolean html(byte[] rtf) {
        return isHtml(new String(rtf, 0, Math.min(rtf.length, LOOKED_AT), StandardCharsets.ISO_8859_1));
    }

    private static boolean isHtml(String rtf) {
        return FROM_HTML
                .matcher(rtf.substring(0, Math.min(rtf.length(), LOOKED_AT)))
                .find();
    }

    /** The HTML when there is some inside, else the text; lines end with \n. */
    public static String of(byte[] rtf) {
        return new RtfText(new String(rtf, StandardCharsets.ISO_8859_1)).read();
    }

    private String read() {
        while (at < rtf.length()) {
            char c = rtf.charAt(at++);
            switch (c) {
                case '{' -> open();
                case '}' -> close();
                case '\\' -> control();
                case '\r', '\n', '\0' -> {}
                default -> sign(c);
            }
        }
        flush();
        return html ? out.toString() : out.toString().strip();
    }

    private void open() {
        flush();
        if (outer.size() < DEEPEST) {
            outer.push(state);
        }
        optional = false;
    }

    private void close() {
        flush();
        if (!outer.isEmpty()) {
            state = outer.pop();
        }
        blindLeft = 0;
    }

    private void control() {
        if (at >= rtf.length()) {
            return;
        }
        char c = rtf.charAt(at);
        if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z') {
            word();
            return;
        }
        at++;
        switch (c) {
            case '\'' -> hex();
            case '*' -> optional = true;
            case '~' -> text("\u00a0");
            case '_' -> text("-");
            case '\\', '{', '}' -> sign(c);
            case '\r', '\n' -> text("\n");
            default -> {} // \- and the like are hints for breaking lines
        }
    }

    private void word() {
        int start = at;
        while (at < rtf.length() && Character.isLetter(rtf.charAt(at)) && at - start < 32) {
            at++;
        }
        String word = rtf.substring(start, at);
        int digits = at;
        if (at < rtf.length() && rtf.charAt(at) == '-') {
            at++;
        }
        while (at < rtf.length() && Character.isDigit(rtf.charAt(at)) && at - digits < 9) {
            at++;
        }
        String number = rtf.substring(digits, at);
        if (at < rtf.length() && rtf.charAt(at) == ' ') {
            at++;
        }
        act(word, number.matches("-?\\d+") ? Integer.parseInt(number) : null);
        optional = false;
    }

    private void act(String word, @Nullable Integer number) {
        switch (word) {
            case "par", "line", "row" -> text("\n");
            case "tab", "cell" -> text("\t");
            case "u" -> unicode(number == null ? 0 : number);
            case "uc" -> state = new State(state.silent, state.notHtml, number == null ? 1 : number);
            case "ansicpg" -> codePage(number == null ? 1252 : number);
            case "bin" -> at = Math.min(rtf.length(), at + Math.max(0, number == null ? 0 : number));
            case "htmltag", "mhtmltag" -> state = new State(word.equals("mhtmltag"), false, state.blind);
            case "htmlrtf" -> notHtml(number == null || number != 0);
            case "lquote" -> text("‘");
            case "rquote" -> text("’");
            case "ldblquote" -> text("“");
            case "rdblquote" -> text("”");
            case "bullet" -> text("•");
            case "endash" -> text("–");
            case "emdash" -> text("—");
            default -> {
                if (optional || NO_TEXT.contains(word)) {
                    state = new State(true, state.notHtml, state.blind);
                }
            }
        }
    }

    private void notHtml(boolean begins) {
        flush();
        state = new State(state.silent, html && begins, state.blind);
    }

    private void codePage(int number) {
        String label = CodePages.label(number);
        if (!label.isEmpty() && Charset.isSupported(label)) {
            charset = Charset.forName(label);
        }
    }

    private void unicode(int code) {
        text(String.valueOf((char) (code < 0 ? code + 65_536 : code)));
        blindLeft = Math.max(0, Math.min(state.blind, 8));
    }

    private void hex() {
        int value = at + 2 <= rtf.length() ? hexadecimal(rtf.charAt(at)) * 16 + hexadecimal(rtf.charAt(at + 1)) : -1;
        at = Math.min(rtf.length(), at + 2);
        if (blindLeft > 0) {
            blindLeft--;
        } else if (value >= 0 && shown()) {
            bytes.write(value);
        }
    }

    private static int hexadecimal(char c) {
        int digit = Character.digit(c, 16);
        return digit < 0 ? -1_000 : digit;
    }

    private void sign(char c) {
        if (blindLeft > 0) {
            blindLeft--;
        } else if (shown()) {
            bytes.write(c);
        }
    }

    private void text(String text) {
        flush();
        if (shown()) {
            out.append(text);
        }
    }

    private boolean shown() {
        return !state.silent && !state.notHtml;
    }

    /** Bytes are collected, as two of them may be one character. */
    private void flush() {
        if (bytes.size() > 0) {
            out.append(bytes.toString(charset));
            bytes.reset();
        }
    }
}

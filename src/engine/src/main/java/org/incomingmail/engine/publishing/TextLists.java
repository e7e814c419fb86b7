package org.incomingmail.engine.publishing;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.incomingmail.engine.reply.Line;
import org.jspecify.annotations.Nullable;

/** Finds lists in plain text: two lines or more with the same bullet, or with the numbers 1, 2, 3. */
final class TextLists {
    private static final Pattern BULLET = Pattern.compile("^( {0,3})([-*•・‣])[ \\u3000](?=\\S)");
    private static final Pattern NUMBER = Pattern.compile("^( {0,3})(\\d{1,3})([.)]) (?=\\S)");

    /**
     * What a line is in a list.
     *
     * @param tag ul or ol
     * @param number of the entry, from 0
     * @param text without bullet or number; of a line that goes on with an entry all that it says
     * @param begins false for a line that goes on
     */
    record Item(String tag, int number, String text, boolean begins) {}

    private record Marker(String tag, String sign, int number, int indent, int end) {}

    private TextLists() {}

    /** For each line what it is in a list; null for what belongs to none. */
    static @Nullable Item[] in(List<Line> lines) {
        @Nullable Item[] items = new Item[lines.size()];
        int at = 0;
        while (at < items.length) {
            at = Math.max(at + 1, listFrom(lines, at, items));
        }
        return items;
    }

    private static int listFrom(List<Line> lines, int start, @Nullable Item[] items) {
        Marker first = marker(lines.get(start).text());
        if (first == null || first.tag.equals("ol") && first.number != 1) {
            return start;
        }
        int depth = lines.get(start).depth();
        @Nullable Item[] found = new Item[lines.size() - start];
        int count = 0;
        int end = start;
        int at = start;
        while (at < lines.size() && lines.get(at).depth() == depth) {
            String text = lines.get(at).text();
            Marker marker = marker(text);
            if (text.isBlank()) {
                at++; // one empty line between entries; a second ends the list
                if (at < lines.size() && lines.get(at).text().isBlank()) {
                    break;
                }
                continue;
            }
            if (marker != null && next(first, marker, count)) {
                found[at - start] = new Item(first.tag, count, text.substring(marker.end), true);
                count++;
            } else if (marker == null && end == at && text.startsWith(" ".repeat(first.indent + 2))) {
                found[at - start] = new Item(first.tag, count - 1, text.strip(), false);
            } else {
                break;
            }
            at++;
            end = at;
        }
        if (count < 2) {
            return start;
        }
        System.arraycopy(found, 0, items, start, end - start);
        return end;
    }

    private static boolean next(Marker first, Marker marker, int count) {
        return marker.tag.equals(first.tag)
                && marker.sign.equals(first.sign)
                && marker.indent == first.indent
                && (first.tag.equals("ul") || marker.number == count + 1);
    }

    private static @Nullable Marker marker(String text) {
        Matcher bullet = BULLET.matcher(text);
        if (bullet.find()) {
            return new Marker("ul", bullet.group(2), 0, bullet.group(1).length(), bullet.end());
        }
        Matcher number = NUMBER.matcher(text);
        return number.find()
                ? new Marker(
                        "ol",
                        number.group(3),
                        Integer.parseInt(number.group(2)),
                        number.group(1).length(),
                        number.end())
                : null;
    }
}

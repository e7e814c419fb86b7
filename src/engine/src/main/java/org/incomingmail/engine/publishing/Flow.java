package org.incomingmail.engine.publishing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Lays text out in blocks. Paragraphs open with the first text in them, single line breaks stay inside a paragraph,
 * marks are closed and reopened around every border of a block: so whatever comes in nests properly.
 */
final class Flow {
    /** What a block takes: paragraphs, or text directly. */
    private record Block(boolean paragraphs, boolean preformatted) {}

    private final XmlText xml = new XmlText();
    private final Deque<Block> blocks = new ArrayDeque<>();
    private final List<Mark> wanted = new ArrayList<>();
    private final List<Mark> opened = new ArrayList<>();
    private boolean paragraphOpen;
    private boolean anyInBlock;
    private boolean spaceDue;
    private int breaks;

    Flow() {
        blocks.push(new Block(true, false));
    }

    /** A border between lines: of a div, or around a block. */
    void edge() {
        breaks = Math.max(breaks, 1);
        spaceDue = false;
    }

    /** A break the author made. */
    void lineBreak() {
        breaks++;
        spaceDue = false;
    }

    /** A border between paragraphs. */
    void paragraph() {
        breaks = Math.max(breaks, 2);
        spaceDue = false;
    }

    void push(Mark mark) {
        wanted.add(mark);
    }

    void pop() {
        wanted.remove(wanted.size() - 1);
    }

    int markDepth() {
        return wanted.size();
    }

    boolean preformatted() {
        return blocks.getFirst().preformatted;
    }

    /** Text whose runs of white space mean one blank. */
    void text(String text) {
        StringBuilder run = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f') {
                spaceDue = true;
            } else {
                if (spaceDue && run.length() > 0) {
                    run.append(' ');
                } else if (spaceDue && paragraphOpen && breaks == 0) {
                    blank();
                }
                spaceDue = false;
                run.append(c);
            }
        }
        if (run.length() > 0) {
            verbatim(run.toString());
        }
    }

    /** A blank belongs outside of marks that begin behind it. */
    private void blank() {
        closeMarks(sameMarks());
        xml.text(" ");
    }

    /** Text that is kept as it is. */
    void verbatim(String text) {
        prepare();
        xml.text(text);
    }

    /** An inline element that holds no text of ours, such as an image. */
    void inline(String storageFormat) {
        if (spaceDue && paragraphOpen && breaks == 0) {
            blank();
        }
        spaceDue = false;
        prepare();
        xml.raw(storageFormat);
    }

    private void prepare() {
        Block block = blocks.getFirst();
        if (paragraphOpen && breaks > 0) {
            if (breaks > 1 && block.paragraphs) {
                closeMarks(0);
                xml.close();
                paragraphOpen = false;
            } else {
                for (int i = 0; i < Math.min(breaks, 2); i++) {
                    lineEnd(block);
                }
            }
        }
        if (!paragraphOpen) {
            if (block.paragraphs) {
                xml.open("p");
            } else if (anyInBlock && !block.preformatted) {
                xml.empty("br");
            }
            paragraphOpen = true;
        }
        breaks = 0;
        anyInBlock = true;
        openMarks();
    }

    private void lineEnd(Block block) {
        if (block.preformatted) {
            xml.text("\n");
        } else {
            xml.empty("br");
        }
    }

    private void openMarks() {
        int same = sameMarks();
        closeMarks(same);
        for (Mark mark : wanted.subList(same, wanted.size())) {
            mark.open(xml);
            opened.add(mark);
        }
    }

    private int sameMarks() {
        int same = 0;
        while (same < opened.size() && same < wanted.size() && opened.get(same).equals(wanted.get(same))) {
            same++;
        }
        return same;
    }

    private void closeMarks(int keep) {
        while (opened.size() > keep) {
            xml.close();
            opened.remove(opened.size() - 1);
        }
    }

    /** Ends the running paragraph, so that a block can begin or end. */
    private void endText() {
        closeMarks(0);
        if (paragraphOpen && blocks.getFirst().paragraphs) {
            xml.close();
        }
        paragraphOpen = false;
        breaks = 0;
        spaceDue = false;
    }

    /** A block that holds text directly: heading, list item, cell, preformatted text. */
    void openText(String tag, String... attributes) {
        open(new Block(false, tag.equals("pre")), tag, attributes);
    }

    /** A block that holds paragraphs. */
    void openParagraphs(String tag, String... attributes) {
        open(new Block(true, false), tag, attributes);
    }

    private void open(Block block, String tag, String... attributes) {
        endText();
        anyInBlock = false;
        xml.open(tag, attributes);
        blocks.push(block);
    }

    void close() {
        endText();
        xml.close();
        blocks.pop();
        anyInBlock = true;
    }

    /** A block of its own, such as a rule or a macro. */
    void block(String storageFormat) {
        endText();
        xml.raw(storageFormat);
        anyInBlock = true;
    }

    boolean isEmpty() {
        return xml.length() == 0;
    }

    String storageFormat() {
        endText();
        return xml.toString();
    }
}
